# Thảo luận: câu hỏi, ý kiến, điều chưa rõ
question-missing = Hãy viết câu hỏi
question-long = Câu hỏi dài quá { $x } chữ
poll-no-votes = Chưa ai chọn
poll-one-ahead = “{ $x }” được { $y } trên { $z } người chọn, nhiều nhất
poll-level = { $x } ngang nhau, mỗi phương án { $y } trên { $z } người chọn
poll-choices-number = Hãy ghi từ 2 đến 6 phương án, hoặc để trống nếu là câu hỏi mở
poll-choices-twice = Có hai phương án giống nhau
poll-choice-long = Có phương án dài quá { $x } chữ
poll-choice-unknown = Không có phương án này
poll-closed = Câu hỏi đã đóng, không chọn được nữa
opinion-missing = Hãy viết ý kiến
opinion-long = Ý kiến dài quá { $x } chữ
discussion-over = Lớp đã kết thúc, phần thảo luận chỉ còn để xem lại
unclear-note-long = Ghi chú dài quá { $x } chữ
