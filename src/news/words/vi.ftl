# Bản tin của lớp
news-menu = Bản tin
news-list-heading =
    { $n ->
       *[other] { $n } bản tin từ các lớp tập huấn
    }
news-list-none = Chưa có bản tin nào
news-list-about = Mới nhất ở trên
news-list-empty = Khi một lớp kết thúc, ban tổ chức phát hành bản tin của lớp ở đây.
news-pages = Các trang của danh sách
news-page = Trang { $x } / { $y }
news-page-before = Trang trước
news-page-after = Trang sau

news-kicker = Bản tin lớp { $x }
news-released-on = Phát hành { $x }
news-revised-on = sửa { $x }
news-invented = minh họa
news-persons = Chia sẻ tại lớp có { $x }.
news-figure-people = cán bộ dự lớp
news-figure-communes = xã có người dự
news-figure-raised = vướng mắc đã nêu
news-figure-advised = vướng mắc được chuyên gia tư vấn
news-figure-resolved = vướng mắc đã được tháo gỡ
news-finding-sent = { $x } trên { $y } vướng mắc vượt thẩm quyền của lớp, đã chuyển cấp trên
news-finding-advised = { $x } trên { $y } vướng mắc đã được chuyên gia tư vấn
news-finding = { $x } trên { $y } vướng mắc đã được tháo gỡ
news-bar = Vướng mắc đã nêu
news-share-resolved = Đã gỡ: { $x }
news-share-partly = Gỡ một phần: { $x }
news-share-sent = Đã chuyển cấp trên: { $x }
news-share-dropped = Không còn cần: { $x }
news-share-rest = Còn lại: { $x }
news-figures-until = Số liệu của lớp, tính đến ngày { $x }.
news-print = In bản tin
news-to-answers = Xem các giải đáp đã công bố

news-state-none = Chưa lưu
news-state-draft = Bản thảo
news-state-released = Đã phát hành
news-state-withdrawn = Đã thu hồi

news-part-headline = Tiêu đề
news-part-lead = Mở đầu
news-part-people = Ai dự, từ đâu
news-part-policy = Nội dung, chính sách mới
news-part-discussion = Thảo luận
news-part-difficulties = Vướng mắc và việc tháo gỡ
news-part-practices = Câu chuyện, cách làm mới
news-part-plans = Kế hoạch
news-part-closing = Kết thúc lớp, việc sắp tới
news-part-own = Đoạn viết thêm

news-edit-title = Bản tin của lớp
news-edit-first = Bản tin đã được soạn sẵn từ số liệu của lớp
news-edit-kicker = Lớp { $x }
news-edited = { $y } lưu lúc { $x }
news-edit-lead = Anh/chị đọc lại và sửa từng đoạn cho đúng với lớp. Đoạn nào để trống thì không hiện trên bản tin.
news-edit-public = Bản tin đang công khai: lưu xong, người đọc thấy ngay bản mới.
news-optional = (có thể để trống)
news-own-hint = Điều mà số liệu không nói được. Không viết số điện thoại và tên người chưa đồng ý.
news-photo = Ảnh của bản tin
news-photo-none = Chưa có ảnh: ảnh lấy từ những cách làm mới của lớp đã được công bố.
news-photo-without = Không dùng ảnh
news-named = Học viên được nêu tên
news-named-hint = Chỉ những người đã đồng ý mới có ở đây. Người nào rút lại sự đồng ý thì tên được bỏ khỏi bản tin ngay.
news-named-none = Chưa có học viên nào đồng ý nêu tên trên bản tin. Học viên tự đồng ý ở trang “Dữ liệu của tôi”, hoặc ban tổ chức ghi nhận giấy đã ký ở cuối trang này.
news-paper = Ghi nhận giấy đồng ý đã ký
news-paper-lead = Chỉ ghi nhận khi người đó đã ký giấy có nội dung sau:
news-paper-who = Ai đã ký
news-paper-choose = Chọn học viên
news-paper-do = Ghi nhận
news-save = Lưu và xem trước
news-preview = Xem trước
news-draft-restored = Đã lấy lại phần anh/chị viết dở.
news-draft-discard = Bỏ bản nháp
news-draft-offline = Đang mất mạng. Anh/chị cứ viết, nội dung vẫn được giữ trên máy này.
news-conflict = { $x } vừa lưu một bản khác. Bản đó viết:
news-conflict-next = Bản của anh/chị còn nguyên ở dưới. Xin gộp lại cho đủ rồi lưu.
news-warnings = Cần sửa trước khi phát hành
news-tells-phone = Có số điện thoại { $x }: bản tin không nêu số điện thoại
news-tells-name = Có tên { $x }, người này chưa đồng ý nêu tên trên bản tin
news-wrong-headline = Hãy viết tiêu đề
news-wrong-early = Lớp học đến hết ngày { $x }. Xong lớp mới phát hành bản tin, vì bản tin kể việc đã diễn ra.
news-wrong-lead = Hãy viết đoạn mở đầu
news-too-long = Đoạn này dài { $x } chữ, chỉ được đến { $y } chữ
news-wrong-person = Có người được chọn mà chưa đồng ý, hoặc đã rút lại sự đồng ý
news-wrong-photo = Ảnh này không còn được công bố, hãy chọn ảnh khác
news-wrong-signed = Hãy chọn học viên đã ký
news-moved-on = Bản tin đã đổi trạng thái, xin tải lại trang

news-changed =
    { $n ->
       *[other] Số liệu đã thay đổi ở { $n } đoạn từ lần soạn trước
    }
news-refresh-see = Làm mới từ số liệu
news-refresh-title = Làm mới từ số liệu
news-refresh-none = Không đoạn nào phải thay đổi
news-refresh-lead = Chỉ đoạn được đánh dấu mới đổi; đoạn không đánh dấu giữ nguyên lời của anh/chị. Các con số dưới bản tin luôn lấy theo số liệu mới.
news-refresh-now = Đang viết
news-refresh-edited = Đã sửa tay
news-refresh-fresh = Theo số liệu mới
news-refresh-nothing = (không có đoạn này)
news-refresh-take = Lấy lời mới
news-refresh-do = Làm mới bản tin
news-refresh-figures = Làm mới các con số
news-back = Quay lại

news-preview-draft = Đây là bản xem trước, chỉ ban tổ chức thấy. Phát hành rồi thì ai cũng đọc được.
news-preview-public = Ai cũng đọc được bản tin này.
news-see-public = Xem trang công khai
news-edit-on = Sửa bản tin
news-release = Phát hành bản tin
news-take-back = Thu hồi bản tin
news-take-back-means = Thu hồi rồi, trang công khai không còn nữa. Bản thảo vẫn giữ và có thể phát hành lại.
news-take-back-do = Thu hồi
done-news-saved = Đã lưu bản tin.
done-news-released = Đã phát hành bản tin.
done-news-taken-back = Đã thu hồi bản tin.
done-news-redrawn = Đã làm mới bản tin từ số liệu.
done-news-consent-recorded = Đã ghi nhận sự đồng ý.
