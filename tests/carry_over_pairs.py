"""Tasks of an earlier and a later document, judged by hand: the same piece of work worded anew, and others that look alike.

Each entry is two lines, ``lead | text``: the earlier and the later one.
"""

import re

from extractor.model import Task

SAME = """
Bộ Tài chính | Trình Chính phủ nghị định về quản lý tài sản công ⟦trước ngày 15/12/2025⟧.
Bộ Tài chính | Trình Chính phủ nghị định về quản lý tài sản công ⟦trước ngày 31/3/2026⟧.

Bộ Xây dựng | Rà soát định mức, đơn giá vật liệu xây dựng; báo cáo Thủ tướng ⟦trong tháng 10 năm 2025⟧.
Bộ Xây dựng | Khẩn trương rà soát định mức, đơn giá vật liệu xây dựng và báo cáo Thủ tướng Chính phủ ⟦trong tháng 11 năm 2025⟧.

Sở Y tế | Tham mưu Ủy ban nhân dân tỉnh kế hoạch tiêm chủng mở rộng năm 2026, ⟦hoàn thành trước 20/01/2026⟧.
Sở Y tế | Trước ⟦ngày 25/01/2026⟧, tham mưu Ủy ban nhân dân tỉnh kế hoạch tiêm chủng mở rộng năm 2026.

Bộ Công Thương | Chỉ đạo các tập đoàn bảo đảm cung ứng điện, xăng dầu trong dịp Tết Nguyên đán.
Bộ Công Thương | Chỉ đạo các tập đoàn, doanh nghiệp đầu mối bảo đảm cung ứng đủ điện, xăng dầu trong dịp Tết Nguyên đán Bính Ngọ.

Bộ Nội vụ | Hướng dẫn các địa phương sắp xếp cán bộ không chuyên trách cấp xã.
Bộ Nội vụ | Hướng dẫn địa phương thực hiện sắp xếp, bố trí cán bộ không chuyên trách ở cấp xã.

Bộ Giáo dục và Đào tạo | Xây dựng phương án thi tốt nghiệp trung học phổ thông trên máy tính từ năm 2027.
Bộ Giáo dục và Đào tạo | Hoàn thiện phương án tổ chức thi tốt nghiệp trung học phổ thông trên máy tính từ năm 2027, báo cáo ⟦trong quý I⟧.

Sở Tư pháp | Thẩm định dự thảo quyết định về bảng giá đất, gửi kết quả ⟦trước ngày 05/11⟧.
Sở Tư pháp | Thẩm định dự thảo quyết định của Ủy ban nhân dân tỉnh về bảng giá đất, gửi kết quả ⟦trước ngày 10/11⟧.

Công an tỉnh | Mở đợt cao điểm xử lý xe quá tải trên các tuyến quốc lộ qua địa bàn.
Công an tỉnh | Tiếp tục mở đợt cao điểm tuần tra, xử lý xe quá khổ, quá tải trên các tuyến quốc lộ qua địa bàn tỉnh.

Bộ Quốc phòng | Bàn giao mặt bằng đất quốc phòng phục vụ dự án cảng hàng không ⟦trước 30/9⟧.
Bộ Quốc phòng | Bàn giao toàn bộ mặt bằng đất quốc phòng phục vụ dự án mở rộng cảng hàng không ⟦trước ngày 15/10⟧.

Bộ Khoa học và Công nghệ | Ban hành danh mục sản phẩm công nghệ chiến lược.
Bộ Khoa học và Công nghệ | Trình ban hành danh mục công nghệ chiến lược và sản phẩm công nghệ chiến lược.

Ủy ban nhân dân thành phố Cần Thơ | Giải phóng mặt bằng đoạn cao tốc qua địa bàn, bàn giao 100% ⟦trước ngày 30/6/2025⟧.
Ủy ban nhân dân thành phố Cần Thơ | Hoàn thành giải phóng mặt bằng đoạn tuyến cao tốc qua thành phố, bàn giao 100% ⟦trước ngày 31/8/2025⟧.

Bộ Ngoại giao | Chuẩn bị nội dung cho chuyến thăm chính thức; báo cáo Phó Thủ tướng.
Bộ Ngoại giao | Chủ trì chuẩn bị nội dung cho chuyến thăm chính thức, báo cáo Phó Thủ tướng ⟦trước ngày 12/8⟧.

Bộ Nông nghiệp và Môi trường | Kiểm tra việc chống khai thác hải sản bất hợp pháp tại các cảng cá hằng tuần.
Bộ Nông nghiệp và Môi trường | Hằng tuần kiểm tra việc chống khai thác hải sản bất hợp pháp (IUU) tại các cảng cá.

Văn phòng Chính phủ | Theo dõi, đôn đốc việc thực hiện Thông báo này, báo cáo Thủ tướng kết quả.
Văn phòng Chính phủ | Theo dõi, đôn đốc thực hiện Thông báo kết luận này và báo cáo kết quả với Thủ tướng Chính phủ.

Sở Tài chính | Bố trí vốn đối ứng cho ba dự án cấp nước sạch nông thôn.
Sở Tài chính | Cân đối, bố trí đủ vốn đối ứng cho 03 dự án cấp nước sạch nông thôn.

Ngân hàng Nhà nước Việt Nam | Điều hành tín dụng linh hoạt, hướng vốn vào sản xuất, xuất khẩu, nhà ở xã hội.
Ngân hàng Nhà nước Việt Nam | Điều hành tín dụng chủ động, linh hoạt; hướng dòng vốn vào sản xuất kinh doanh, xuất khẩu, nhà ở xã hội.

Bộ Y tế | Hoàn thành nghiệm thu, đưa vào hoạt động hai bệnh viện cơ sở 2 ⟦trước 30/11/2025⟧.
Bộ Y tế | Hoàn thành nghiệm thu và đưa 02 bệnh viện cơ sở 2 vào hoạt động ⟦trước ngày 31/12/2025⟧.

Sở Giao thông vận tải | Trình phương án phân luồng cầu vượt nút giao phía Nam.
Sở Xây dựng | Trình phương án phân luồng giao thông cầu vượt nút giao phía Nam.

Bộ Kế hoạch và Đầu tư | Tổng hợp khó khăn, vướng mắc của các dự án tồn đọng kéo dài, báo cáo ⟦trước 15/4⟧.
Bộ Tài chính | Tổng hợp khó khăn, vướng mắc của các dự án tồn đọng, kéo dài; báo cáo Ban Chỉ đạo ⟦trước ngày 30/4⟧.

Sở Nội vụ | Xây dựng đề án vị trí việc làm khối sự nghiệp, trình ⟦trong quý II/2025⟧.
Sở Nội vụ | Xây dựng đề án vị trí việc làm khối sự nghiệp công lập; ⟦thời hạn: quý III/2025⟧.

Bộ Công an | Kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu đất đai.
Bộ Công an | Hoàn thành kết nối, chia sẻ cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu đất đai quốc gia.

Ủy ban nhân dân xã Tân Phú | Vận động 14 hộ dân còn lại di dời khỏi vùng sạt lở trước mùa mưa.
Ủy ban nhân dân xã Tân Phú | Vận động 09 hộ dân còn lại di dời khỏi vùng nguy cơ sạt lở trước mùa mưa bão.

Bộ Tư pháp | Rà soát các luật liên quan đến chính quyền địa phương hai cấp, đề xuất sửa đổi.
Bộ Tư pháp | Rà soát, đề xuất sửa đổi các luật có liên quan đến tổ chức chính quyền địa phương 2 cấp.

Sở Văn hóa và Thể thao | Tổ chức lễ hội đua thuyền đúng nghi thức, tiết kiệm.
Sở Văn hóa và Thể thao | Tổ chức lễ hội đua thuyền truyền thống bảo đảm đúng nghi thức, an toàn, tiết kiệm.

Tập đoàn Điện lực Việt Nam | Đẩy nhanh thi công đường dây 500 kV, đóng điện ⟦trước 02/9⟧.
Tập đoàn Điện lực Việt Nam | Đẩy nhanh tiến độ thi công đường dây 500 kV mạch 3, phấn đấu đóng điện ⟦trước ngày 30/9⟧.

Bộ Dân tộc và Tôn giáo | Đánh giá chương trình mục tiêu quốc gia vùng dân tộc thiểu số giai đoạn 2021 - 2025.
Bộ Dân tộc và Tôn giáo | Tổng kết, đánh giá chương trình mục tiêu quốc gia vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2021-2025.

Thanh tra tỉnh | Công bố kết luận thanh tra dự án khu đô thị ven sông ⟦trong tháng 5⟧.
Thanh tra tỉnh | Ban hành và công bố kết luận thanh tra dự án khu đô thị ven sông, ⟦chậm nhất ngày 15/6⟧.

Ban Quản lý khu kinh tế | Lập quy hoạch phân khu cảng, trình phê duyệt ⟦trong năm 2025⟧.
Ban Quản lý khu kinh tế | Hoàn chỉnh đồ án quy hoạch phân khu cảng, trình phê duyệt ⟦trong quý I năm 2026⟧.

Bộ Văn hóa, Thể thao và Du lịch | Xây dựng kế hoạch kích cầu du lịch nội địa dịp hè.
Bộ Văn hóa, Thể thao và Du lịch | Xây dựng, triển khai kế hoạch kích cầu du lịch nội địa trong dịp hè năm 2026.

Sở Nông nghiệp và Môi trường | Cấp giấy chứng nhận quyền sử dụng đất cho các hộ tái định cư ⟦trước 30/10⟧.
Sở Nông nghiệp và Môi trường | Khẩn trương cấp giấy chứng nhận quyền sử dụng đất cho các hộ tái định cư ⟦trước ngày 30/11⟧.

Bảo hiểm xã hội Việt Nam | Đơn giản hóa thủ tục thanh toán bảo hiểm y tế, gửi báo cáo hằng quý.
Bảo hiểm xã hội Việt Nam | Tiếp tục đơn giản hóa thủ tục giám định, thanh toán bảo hiểm y tế; báo cáo kết quả hằng quý.

Bộ Xây dựng | Khởi công tuyến đường sắt Lào Cai - Hà Nội - Hải Phòng ⟦ngày 19/12/2025⟧.
Bộ Xây dựng | Bảo đảm điều kiện khởi công dự án đường sắt Lào Cai - Hà Nội - Hải Phòng ⟦vào ngày 19/12/2025⟧.

Sở Công Thương | Kiểm soát giá hàng bình ổn tại các chợ đầu mối.
Sở Công Thương | Tăng cường kiểm soát giá các mặt hàng bình ổn tại chợ đầu mối, siêu thị.

Ủy ban nhân dân tỉnh Lạng Sơn | Nâng cấp bãi xe cửa khẩu Hữu Nghị, không để ùn tắc nông sản.
Ủy ban nhân dân tỉnh Lạng Sơn | Khẩn trương nâng cấp bãi xe tại cửa khẩu Hữu Nghị, không để xảy ra ùn tắc nông sản.
"""

OTHER = """
Bộ Tài chính | Trình Chính phủ nghị định về quản lý tài sản công ⟦trước ngày 15/12/2025⟧.
Bộ Tài chính | Trình Chính phủ nghị định về quản lý thuế ⟦trước ngày 15/12/2025⟧.

Ủy ban nhân dân thành phố Hà Nội | Báo cáo tiến độ giải phóng mặt bằng đường vành đai 4 ⟦trước ngày 10 hằng tháng⟧.
Ủy ban nhân dân tỉnh Hưng Yên | Báo cáo tiến độ giải phóng mặt bằng đường vành đai 4 ⟦trước ngày 10 hằng tháng⟧.

Sở Y tế | Tham mưu Ủy ban nhân dân tỉnh kế hoạch tiêm chủng mở rộng năm 2026.
Sở Y tế | Tham mưu Ủy ban nhân dân tỉnh kế hoạch phòng, chống sốt xuất huyết năm 2026.

Bộ Công Thương | Chỉ đạo bảo đảm cung ứng điện trong dịp Tết Nguyên đán.
Bộ Công Thương | Chỉ đạo kiểm tra thị trường, chống hàng giả trong dịp Tết Nguyên đán.

Bộ Nội vụ | Hướng dẫn các địa phương sắp xếp cán bộ không chuyên trách cấp xã.
Bộ Nội vụ | Hướng dẫn các địa phương chế độ tiền lương cán bộ cấp xã.

Bộ Xây dựng | Rà soát định mức, đơn giá vật liệu xây dựng; báo cáo Thủ tướng ⟦trong tháng 10⟧.
Bộ Xây dựng | Rà soát quỹ đất nhà ở xã hội tại các đô thị; báo cáo Thủ tướng ⟦trong tháng 10⟧.

Sở Tư pháp | Thẩm định dự thảo quyết định về bảng giá đất, gửi kết quả ⟦trước ngày 05/11⟧.
Sở Tư pháp | Thẩm định dự thảo nghị quyết về học phí, gửi kết quả ⟦trước ngày 05/11⟧.

Công an tỉnh | Mở đợt cao điểm xử lý xe quá tải trên các tuyến quốc lộ.
Công an tỉnh | Mở đợt cao điểm trấn áp tội phạm ma túy trên các tuyến biên giới.

Bộ Khoa học và Công nghệ | Ban hành danh mục sản phẩm công nghệ chiến lược.
Bộ Khoa học và Công nghệ | Ban hành tiêu chuẩn quốc gia về trung tâm dữ liệu.

Ủy ban nhân dân thành phố Cần Thơ | Giải phóng mặt bằng đoạn cao tốc qua địa bàn, bàn giao 100% ⟦trước ngày 30/6/2025⟧.
Ủy ban nhân dân tỉnh Cà Mau | Giải phóng mặt bằng đoạn cao tốc qua địa bàn, bàn giao 100% ⟦trước ngày 30/6/2025⟧.

Bộ Ngoại giao | Chuẩn bị nội dung cho chuyến thăm chính thức; báo cáo Phó Thủ tướng.
Bộ Ngoại giao | Chuẩn bị hồ sơ ứng cử vào hội đồng; báo cáo Phó Thủ tướng.

Văn phòng Chính phủ | Theo dõi, đôn đốc việc thực hiện Thông báo này.
Văn phòng Chính phủ | Chuẩn bị phiên họp tiếp theo của Ban Chỉ đạo, tổng hợp báo cáo của các bộ.

Sở Tài chính | Bố trí vốn đối ứng cho ba dự án cấp nước sạch nông thôn.
Sở Tài chính | Bố trí kinh phí mua sắm thiết bị cho các trường học vùng sâu.

Bộ Y tế | Hoàn thành nghiệm thu, đưa vào hoạt động hai bệnh viện cơ sở 2.
Bộ Y tế | Hoàn thành thông tư về danh mục thuốc bảo hiểm y tế.

Sở Nội vụ | Xây dựng đề án vị trí việc làm khối sự nghiệp, trình ⟦trong quý II/2025⟧.
Sở Nội vụ | Xây dựng đề án tinh giản biên chế khối đảng, trình ⟦trong quý II/2025⟧.

Bộ Công an | Kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu đất đai.
Bộ Công an | Bảo đảm an ninh mạng cho các cơ sở dữ liệu quốc gia.

Bộ Tư pháp | Rà soát các luật liên quan đến chính quyền địa phương hai cấp, đề xuất sửa đổi.
Bộ Tư pháp | Rà soát văn bản quy định chi tiết còn nợ đọng, đề xuất xử lý.

Sở Văn hóa và Thể thao | Tổ chức lễ hội đua thuyền đúng nghi thức, tiết kiệm.
Sở Văn hóa và Thể thao | Tổ chức giải chạy việt dã toàn tỉnh, an toàn, tiết kiệm.

Tập đoàn Điện lực Việt Nam | Đẩy nhanh thi công đường dây 500 kV, đóng điện ⟦trước 02/9⟧.
Tập đoàn Điện lực Việt Nam | Đẩy nhanh thi công nhà máy thủy điện tích năng, phát điện ⟦trước 02/9⟧.

Thanh tra tỉnh | Công bố kết luận thanh tra dự án khu đô thị ven sông ⟦trong tháng 5⟧.
Thanh tra tỉnh | Công bố kế hoạch thanh tra việc thu phí tại các trường học ⟦trong tháng 5⟧.

Bộ Xây dựng | Khởi công tuyến đường sắt Lào Cai - Hà Nội - Hải Phòng ⟦ngày 19/12/2025⟧.
Bộ Xây dựng | Khánh thành cao tốc Bắc - Nam đoạn phía Đông ⟦ngày 19/12/2025⟧.

Ủy ban nhân dân tỉnh Lạng Sơn | Nâng cấp bãi xe cửa khẩu Hữu Nghị, không để ùn tắc nông sản.
Ủy ban nhân dân tỉnh Lào Cai | Nâng cấp bãi xe cửa khẩu Kim Thành, không để ùn tắc nông sản.

Bộ Giáo dục và Đào tạo | Xây dựng phương án thi tốt nghiệp trung học phổ thông trên máy tính.
Bộ Giáo dục và Đào tạo | Xây dựng phương án tuyển sinh đại học bằng học bạ.

Bộ Quốc phòng | Bàn giao mặt bằng đất quốc phòng phục vụ dự án cảng hàng không ⟦trước 30/9⟧.
Bộ Quốc phòng | Bố trí lực lượng ứng trực cứu hộ, cứu nạn trong mùa mưa bão ⟦trước 30/9⟧.

Sở Xây dựng | Sửa chữa mặt đường tỉnh lộ 8 đoạn qua chợ trung tâm.
Sở Xây dựng | Sửa chữa hệ thống chiếu sáng trên đường ven biển.

Bộ Nông nghiệp và Môi trường | Kiểm tra việc chống khai thác hải sản bất hợp pháp tại các cảng cá hằng tuần.
Bộ Nông nghiệp và Môi trường | Kiểm tra an toàn hồ đập thủy lợi trước mùa mưa lũ hằng năm.

Bảo hiểm xã hội Việt Nam | Đơn giản hóa thủ tục thanh toán bảo hiểm y tế, gửi báo cáo hằng quý.
Bảo hiểm xã hội Việt Nam | Thu hồi nợ đóng bảo hiểm xã hội, gửi báo cáo hằng quý.

Ban Quản lý khu kinh tế | Lập quy hoạch phân khu cảng, trình phê duyệt ⟦trong năm 2025⟧.
Ban Quản lý khu kinh tế | Lập danh mục thu hút đầu tư, trình phê duyệt ⟦trong năm 2025⟧.

Sở Công Thương | Kiểm soát giá hàng bình ổn tại các chợ đầu mối.
Sở Công Thương | Kiểm tra an toàn phòng cháy tại các chợ đầu mối.

Ủy ban nhân dân xã Tân Phú | Vận động 14 hộ dân còn lại di dời khỏi vùng sạt lở trước mùa mưa.
Ủy ban nhân dân xã Tân Phú | Vận động hộ dân hiến đất mở rộng đường liên thôn.

Sở Giáo dục và Đào tạo | Rà soát, sắp xếp các điểm trường lẻ, báo cáo ⟦trước ngày 20/8/2025⟧.
Sở Nội vụ | Rà soát, sắp xếp biên chế giáo viên, báo cáo ⟦trước ngày 20/8/2025⟧.

Bộ Tài chính | Báo cáo Thủ tướng tình hình giải ngân vốn đầu tư công ⟦trước ngày 20 hằng tháng⟧.
Bộ Tài chính | Báo cáo Thủ tướng tình hình thu ngân sách nhà nước ⟦trước ngày 20 hằng tháng⟧.

Sở Tài chính | Phối hợp Sở Xây dựng thẩm định giá trị bồi thường đợt 1.
Sở Xây dựng | Phối hợp Sở Tài chính thẩm định giá trị bồi thường đợt 1.

Ngân hàng Nhà nước Việt Nam | Điều hành tín dụng linh hoạt, hướng vốn vào sản xuất, xuất khẩu.
Ngân hàng Nhà nước Việt Nam | Điều hành tỷ giá linh hoạt, phù hợp diễn biến thị trường.
"""


def pairs(block: str) -> list[tuple[Task, Task]]:
    """The earlier and the later task of each entry; the words of the deadline stand in ⟦ ⟧."""
    return [(_task(old), _task(new)) for old, new in (entry.split("\n") for entry in block.strip().split("\n\n"))]


def _task(line: str) -> Task:
    lead, text = line.split(" | ")
    deadline = re.search("⟦(.+)⟧", text)
    text = re.sub("[⟦⟧]", "", text)
    return Task(text, 0, len(text), "task.sentence", lead=(lead,), due_text=deadline[1] if deadline else None)
