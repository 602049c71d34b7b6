# Địa bàn
places-title = Địa bàn
places-heading = Địa bàn cả nước, trước và sau ngày 01/07/2025
places-found = { $n } địa bàn khớp với “{ $x }”
places-found-more = Rất nhiều địa bàn khớp với “{ $x }”: đây là { $n } địa bàn đầu
places-found-none = Chưa tìm thấy địa bàn nào khớp với “{ $x }”
places-empty = Chưa có danh mục địa bàn
places-new-provinces = { $n } tỉnh, thành phố từ 01/07/2025
places-old-provinces = { $n } tỉnh, thành phố đến 30/06/2025
place-search = Tên hoặc mã địa bàn
place-search-hint = Gõ có dấu hay không dấu đều được, có thể kèm huyện, tỉnh. Ví dụ: my lung, yen lap
place-at = Vào ngày
place-at-hint = Ví dụ: 16/10/2018. Để trống thì tìm cả trước và sau 01/07/2025
place-at-unreadable = Xin ghi ngày như 16/10/2018
place-find = Tìm địa bàn
place-code = mã { $x }
place-until = đến { $x }
place-since = từ { $x }
place-since-until = từ { $x } đến { $y }
place-items = Hạng mục tại địa phương
place-difficulties = Vướng mắc của địa phương

place-kept = { $x } giữ nguyên khi sắp xếp năm 2025
place-now-is = { $x } là { $y } từ 01/07/2025
place-now-in = { $x } thuộc { $y } từ 01/07/2025
place-now-split = { $x } được chia về { $n } xã, phường từ 01/07/2025
place-district-ended = { $x } kết thúc hoạt động từ 01/07/2025
place-was = { $x } vốn là { $y }
place-was-part = { $x } lập từ một phần { $y }
place-made-of-communes = { $x } lập từ { $n } xã, phường, thị trấn cũ
place-made-of-provinces = { $x } hợp nhất từ { $n } tỉnh, thành phố cũ
place-became = Từ 01/07/2025
place-made-of = Trước 01/07/2025
place-whole = toàn bộ
place-part = một phần
place-part-of = { $x } (một phần)

place-twins = Xin đừng nhầm { $x } với
place-twin-code = Cùng mã { $x } nhưng là địa bàn khác.
place-twin-name = Trùng tên, nhưng không phải địa bàn này.
place-twin-both = Trùng tên và cùng mã { $x }, nhưng không phải địa bàn này.

place-children-districts = { $n } huyện, quận, thị xã, thành phố của { $x }
place-children-communes = { $n } xã, phường, thị trấn của { $x }
place-children-communes-new = { $n } xã, phường, đặc khu của { $x }
place-child-became = về { $x }
place-child-made-of = lập từ { $x }

place-map-country = { $x } trên bản đồ cả nước
place-map-country-dots = Mỗi chấm là một trong { $n } tỉnh, thành phố; chấm có vòng tròn là { $x }.
place-map-among = { $x } trong { $y }
place-map-dots = Mỗi chấm là một trong { $n } địa bàn của { $x }; chấm có vòng tròn là địa bàn này.
place-filter = Lọc theo tên
places-new = Từ 7/2025: { $n }
places-old = Đến 6/2025: { $n }
places-map = Tỉnh, thành phố trước và sau 01/07/2025: { $x }
place-optional = (không bắt buộc)
place-filter-none = Không có địa bàn nào khớp
