# Bảng nhóm
board-story = Câu chuyện
board-difficulty = Vướng mắc
board-try = Sẽ làm thử
board-story-lines = { $n ->
    [0] Câu chuyện
   *[other] Câu chuyện ({ $n })
}
board-difficulty-lines = { $n ->
    [0] Vướng mắc
   *[other] Vướng mắc ({ $n }), nặng nhất trước
}
board-try-lines = { $n ->
    [0] Sẽ làm thử
   *[other] Sẽ làm thử ({ $n })
}
board-story-none = Chưa có câu chuyện nào. Kể một việc thật ở xã mình: việc gì, ở đâu, kết quả ra sao.
board-difficulty-none = Chưa có vướng mắc nào. Mỗi vướng mắc ghi một dòng để cả nhóm cùng cân nhắc.
board-try-none = Chưa có việc nào. Ghi việc nhóm sẽ làm thử: ai làm, bao giờ xong.
board-title = Bảng nhóm: { $x }
board-heading = Bảng của { $x }
board-section = Ghi vào mục
board-section-missing = Xin chọn mục: câu chuyện, vướng mắc hay việc sẽ làm thử.
board-line = Nội dung
board-line-hint = Mỗi dòng một ý; xuống dòng là ý khác. Nhiều máy cùng ghi một lúc, không dòng nào bị mất.
board-line-missing = Xin viết nội dung của dòng này.
board-line-long = Nội dung dài { $x } chữ cái, nhiều nhất là { $y }. Xin viết gọn lại hoặc tách thành nhiều dòng.
board-write = Ghi lên bảng
board-draft-restored = Đã lấy lại phần anh/chị viết dở.
board-draft-discard = Bỏ phần viết dở
board-draft-offline = Đang mất mạng. Anh/chị cứ viết, nội dung vẫn được giữ trên máy này.
board-lost = Mất kết nối, đang thử lại…
board-reload = Tải lại bảng
board-state-open = Đang ghi
board-state-empty = Chưa ghi
board-state-presented = Đã trình bày
board-is-presented = Nhóm đã trình bày, bảng không sửa được nữa. Nếu cần sửa, xin nhờ ban tổ chức mở lại.
board-is-open = Bảng này đang mở, chưa trình bày.
board-group-gone = Nhóm đã chia lại; bảng giữ nguyên
board-result = Kết quả nhóm
board-to-result = Xem trang kết quả
board-present = Trình bày kết quả nhóm
board-apart = Hai người cùng sửa dòng này. Nhóm giữ bản nào?
board-keep-this = Giữ bản trên
board-keep-other = Giữ bản dưới
board-keep-both = Giữ cả hai
board-weight = { $n } người thấy nặng
board-press = Tôi thấy nặng
board-press-off = Thôi, không nặng
board-changed-by = { $x } sửa
board-change = Sửa
board-change-this = Sửa dòng: { $x }
board-became = Đã nêu thành vướng mắc
board-raise = Nêu thành vướng mắc để chuyên gia trả lời
board-removed = { $n } dòng đã bỏ
board-removed-title = Dòng đã bỏ
board-bring-back = Đưa trở lại
board-line-title = Sửa dòng trên bảng
board-line-together = Nếu có người cùng sửa dòng này, cả hai bản đều được giữ để nhóm chọn.
board-line-save = Lưu
board-remove = Bỏ dòng này
board-remove-what = Dòng đã bỏ vẫn được giữ, đưa trở lại được.
board-back = Về bảng nhóm
board-rapporteur = Báo cáo viên của nhóm
board-rapporteur-who = Ai trình bày thay mặt nhóm?
board-rapporteur-do = Chọn báo cáo viên
board-rapporteur-none = Chưa chọn báo cáo viên
board-rapporteur-is = Báo cáo viên: { $x }
board-rapporteur-missing = Xin chọn một người trong nhóm.
board-present-title = Trình bày kết quả: { $x }
board-present-heading = Nhóm trình bày kết quả
board-present-apart = Còn { $n } dòng có hai bản chưa chọn. Nên chọn xong rồi hãy trình bày.
board-present-then = Sau khi trình bày, bảng giữ nguyên và cả lớp đọc được. Ban tổ chức mở lại được nếu cần.
board-present-do = Trình bày
board-summary = Kết quả của nhóm trong một đoạn
board-summary-hint = Việc nhóm rút ra từ câu chuyện, vướng mắc nặng nhất, việc sẽ làm trước. Ba đến năm câu.
board-summary-missing = Xin viết kết quả của nhóm trong vài câu.
board-result-title = Kết quả: { $x }
board-result-heading = Kết quả của { $x }
board-presented-in = Trình bày buổi { $x }
board-to-boards = Bảng của các nhóm
board-reopen = Mở lại bảng để sửa
done-board-line-written = Đã ghi lên bảng.
done-board-line-changed = Đã sửa dòng.
done-board-line-apart = Có người vừa sửa dòng này trước anh/chị. Cả hai bản được giữ ở đầu bảng, xin nhóm chọn.
done-board-line-removed = Đã bỏ dòng. Cuối bảng có chỗ đưa trở lại.
done-board-line-stays = Dòng này vừa có người viết thêm nên được giữ lại.
done-board-line-returned = Đã đưa dòng trở lại bảng.
done-board-settled = Đã chọn xong.
done-board-rapporteur = Đã chọn báo cáo viên.
done-board-presented = Nhóm đã trình bày. Cả lớp đọc được trang này.
done-board-reopened = Đã mở lại bảng.

boards-crumb = Bảng nhóm
boards-none = Lớp chưa chia nhóm
boards-none-why = Khi ban tổ chức chia nhóm, mỗi nhóm có một bảng ở đây.
boards-form-groups = Chia nhóm
boards-empty = { $n } nhóm, chưa nhóm nào ghi bảng
boards-written = { $x } trên { $y } nhóm đang ghi bảng
boards-presented = { $x } trên { $y } nhóm đã trình bày
boards-all-presented = Cả { $n } nhóm đã trình bày
boards-to-mine = Vào bảng nhóm tôi
boards-mine = Nhóm của anh/chị
boards-members = { $n } người
boards-stories = { $n } câu chuyện
boards-difficulties = { $n } vướng mắc
boards-tries = { $n } việc sẽ làm thử
boards-conflicts = { $n } dòng chờ nhóm chọn
