"""Vietnamese as it was written before Unicode: TCVN3, VNI, VISCII, VPS, cp1258 and letters that only a font made Vietnamese."""
