# Lĩnh vực
field-listing = Danh sách, địa bàn
field-allocation = Phân bổ vốn
field-investor = Chủ đầu tư, cơ chế đặc thù
field-procurement = Đấu thầu, mua sắm
field-settlement = Thanh toán, quyết toán
field-maintenance = Duy tu, bảo dưỡng
field-production = Hỗ trợ phát triển sản xuất
field-water = Nước sinh hoạt
field-publicity = Công khai, giám sát
field-capacity = Nâng cao năng lực

# Danh sách người
people-name = Người
people-title =
    { $n ->
        [0] Danh sách chưa có ai
       *[other] Danh sách có { $n } người
    }
people-found =
    { $n ->
        [0] Không tìm thấy ai
       *[other] Tìm thấy { $n } người
    }
people-find = Tìm theo tên hoặc số điện thoại
people-find-do = Tìm
people-any-role = Mọi vai trò
people-none = Chưa có ai trong danh sách. Học viên được thêm khi địa phương cử người; chuyên gia, cán bộ thì thêm ở đây.
people-none-found = Không có ai khớp. Anh/chị thử gõ tên không dấu, hoặc vài chữ số cuối của số điện thoại.
people-pages = Các trang của danh sách
people-page = Trang { $x } / { $y }
people-page-before = Trang trước
people-page-after = Trang sau

# Một người
person-add = Thêm người
person-new-title = Thêm người vào danh sách
person-new-lead = Nếu người này đã có trong hệ thống (cùng tên, cùng số điện thoại), hồ sơ cũ sẽ được dùng lại và bổ sung chỗ còn trống.
person-name = Họ và tên
person-name-hint = Viết như trong giấy tờ, ví dụ: Hà Văn An
person-family = Họ và đệm
person-family-hint = Để trống nếu tên chỉ có một chữ
person-given = Tên
person-phone = Số điện thoại
person-phone-hint = 10 chữ số, ví dụ: 0912 345 678. Thiếu số 0 ở đầu hoặc có +84 thì máy tự sửa.
person-email = Thư điện tử
person-position = Chức vụ
person-position-hint = Ví dụ: Phó Chủ tịch UBND xã
person-unit = Đơn vị
person-unit-hint = Ví dụ: UBND xã Mỹ Lung
person-place = Địa phương
person-place-field = Xã, huyện hoặc tỉnh
person-place-hint = Gõ tên, có dấu hay không dấu đều được, ví dụ: Mỹ Lung
person-sex = Giới tính
sex-female = Nữ
sex-male = Nam
person-birth-year = Năm sinh
person-ethnicity = Dân tộc
person-ethnicity-hint = Chỉ để thống kê theo yêu cầu báo cáo của chương trình. Không hiện trên trang công khai. Có thể để trống.
person-ethnicity-purpose = (chỉ dùng cho thống kê của chương trình)
person-role = Vai trò
person-optional = (không bắt buộc)
person-unknown = Chưa có
person-illustration = minh họa
person-no-role = Chưa có vai trò nào
person-correct = Sửa thông tin
person-correct-title = Sửa thông tin của { $x }
person-save = Lưu thông tin
person-save-new = Lưu người này
person-back = Quay lại
person-errors =
    { $n ->
       *[other] Có { $n } chỗ cần sửa
    }
person-same-phone =
    { $n ->
       *[other] Còn { $n } người khác dùng số điện thoại này. Có phải cùng một người không?
    }
person-same-phone-next = Nếu là một người, xin giữ hồ sơ có vai trò và kết thúc vai trò ở hồ sơ kia.

person-name-empty = Hãy viết họ và tên
person-name-long = Họ và tên dài quá 200 chữ
person-phone-letters = Số điện thoại chỉ gồm chữ số
person-phone-several = Ô này có nhiều số điện thoại, hãy giữ một số
person-phone-scientific = Bảng tính đã làm mất chữ số của số điện thoại này, hãy gõ lại cho đủ
person-phone-length = Số điện thoại này có { $x } chữ số; số di động có 10, số cố định có 11
person-phone-prefix = Không mạng nào có đầu số này, hãy kiểm tra lại số điện thoại
person-email-odd = Địa chỉ thư điện tử chưa đúng, ví dụ đúng: ten@phutho.gov.vn
person-email-taken = Địa chỉ thư điện tử này là của một người khác trong hệ thống
person-birth-year-odd = Năm sinh gồm 4 chữ số, ví dụ: 1981
person-sex-odd = Hãy chọn nam hoặc nữ, hoặc để trống
person-text-long = Ô này dài quá 200 chữ
person-place-unknown = Không tìm thấy địa phương nào tên như vậy
person-place-several = Có nhiều nơi trùng tên, hãy chọn một nơi ở dưới

done-person-entered = Đã thêm người này vào danh sách.
done-person-entered-phone-mended = Đã thêm người này vào danh sách. Số điện thoại đã được sửa cho đủ chữ số; xin đối chiếu lại.
done-person-found = Người này đã có trong hệ thống. Hồ sơ cũ được dùng lại và bổ sung chỗ còn trống.
done-person-found-elsewhere = Người này đã có trong hệ thống, ở một lớp khác mà anh/chị không phụ trách. Hồ sơ của họ được giữ một bản duy nhất.
done-person-corrected = Đã lưu thông tin.
done-person-erased = Đã xóa dữ liệu cá nhân của người này.

# Vai trò
grants-title = Vai trò đang giữ
grants-none = Người này chưa có vai trò nào, nên chưa vào được việc gì.
grants-ended =
    { $n ->
       *[other] { $n } vai trò đã kết thúc
    }
grant-everywhere = mọi lớp
grant-one-class = một lớp
grant-project-named = mọi lớp của dự án { $x }
grant-one-project = mọi lớp của một dự án đào tạo
grant-this-class = Lớp vừa xem
grant-this-project = Mọi lớp của dự án đào tạo vừa xem
grant-since = từ { $x }
grant-until = đến { $x }
grant-by = { $x } giao
grant-give = Giao thêm vai trò
grant-give-do = Giao vai trò
grant-where = Ở đâu
grant-choose-role = Chọn vai trò
grant-role-empty = Hãy chọn vai trò
grant-administrator-sure = Khi chọn quản trị hệ thống: tôi chắc chắn giao toàn quyền cho người này
grant-administrator-means = Người này sẽ thấy và sửa được mọi dữ liệu, kể cả giao quyền cho người khác.
grant-administrator-unsure = Muốn giao quyền quản trị hệ thống, hãy đánh dấu xác nhận ở dưới
grant-end = Kết thúc
grant-last-administrator = Đây là người quản trị duy nhất. Hãy giao quyền quản trị cho một người khác trước.
done-grant-given = Đã giao vai trò.
done-grant-ended = Đã kết thúc vai trò. Người đó không còn quyền này từ bây giờ.

fields-title =
    { $n ->
        [0] Chưa chọn lĩnh vực tư vấn
       *[other] Tư vấn { $n } lĩnh vực
    }
fields-legend = Chuyên gia này trả lời vướng mắc về
fields-save = Lưu lĩnh vực
done-fields-set = Đã lưu lĩnh vực tư vấn.

# Mã cá nhân
code-title = Mã cá nhân in trên thẻ
code-use = Học viên đăng nhập bằng số điện thoại và mã này. Chỉ đưa cho đúng người.
code-renew = Cấp mã mới
code-renew-means = Mã cũ và những lần đăng nhập bằng mã cũ sẽ hết hiệu lực ngay. Dùng khi thẻ bị mất.
done-code-renewed = Đã cấp mã mới. Mã cũ không dùng được nữa.

# Mật khẩu
password-new = Mật khẩu mới
password-hint = Ít nhất 10 ký tự. Một câu dễ nhớ với mình, khó đoán với người khác là tốt nhất.
password-again = Gõ lại mật khẩu mới
password-old = Mật khẩu đang dùng
password-change = Đổi mật khẩu
password-change-do = Đổi mật khẩu
password-first = Đặt mật khẩu lần đầu
password-reset = Đặt lại mật khẩu
password-give-lead = Đưa mật khẩu này tận tay hoặc đọc qua điện thoại, và nhắc người nhận đổi ngay ở trang “Dữ liệu của tôi”.
password-give-do = Đặt mật khẩu
password-short = Mật khẩu cần ít nhất { $x } ký tự
password-long = Mật khẩu dài quá { $x } ký tự
password-differs = Hai lần gõ không giống nhau, hãy gõ lại
password-old-wrong = Mật khẩu đang dùng chưa đúng
done-password-changed = Đã đổi mật khẩu. Những nơi khác đang đăng nhập đã bị thoát ra.
done-password-given = Đã đặt mật khẩu.

# Đăng nhập
sign-in-title = Đăng nhập
sign-in-lead = Tại lớp, anh/chị chỉ cần quét mã trên màn hình, không phải đăng nhập ở đây. Sau lớp, dùng số điện thoại và mã in trên thẻ.
sign-in-phone = Số điện thoại
sign-in-phone-hint = Số đã báo với ban tổ chức, ví dụ: 0912 345 678
sign-in-code = Mã cá nhân
sign-in-code-hint = Sáu chữ số in trên thẻ học viên
sign-in-by-code = Vào lớp
sign-in-staff = Tôi là cán bộ tổ chức, chuyên gia hoặc cơ quan chủ quản
sign-in-name = Thư điện tử hoặc số điện thoại
sign-in-password = Mật khẩu
sign-in-forgotten = Quên mật khẩu, hoặc mất thẻ: xin liên hệ ban tổ chức để được cấp lại.
sign-in-name-empty = Hãy gõ thư điện tử hoặc số điện thoại
sign-in-password-empty = Hãy gõ mật khẩu
sign-in-password-wrong = Tên đăng nhập hoặc mật khẩu chưa đúng
sign-in-too-many = Đã thử sai nhiều lần. Anh/chị chờ { $x } phút rồi đăng nhập lại.
sign-in-phone-empty = Hãy gõ số điện thoại
sign-in-code-odd = Mã cá nhân gồm 6 chữ số
sign-in-code-wrong = Số điện thoại hoặc mã chưa đúng. Hãy đối chiếu với thẻ học viên.
done-signed-out = Anh/chị đã đăng xuất.

setup-name = Bắt đầu
setup-title = Hệ thống còn trống: hãy tạo người tổ chức đầu tiên
setup-lead = Người này quản trị hệ thống và phụ trách mọi lớp; sau đó giao quyền cho người khác. Trang này chỉ mở một lần.
setup-reach-empty = Hãy viết thư điện tử hoặc số điện thoại để đăng nhập
setup-do = Tạo người tổ chức đầu tiên
done-set-up = Hệ thống đã sẵn sàng. Việc tiếp theo: thêm dự án đào tạo và lớp.

# Dữ liệu của tôi
me-file = du-lieu-cua-toi
me-download = Tải về dữ liệu của tôi
me-mend = Có chỗ nào sai, hoặc muốn xóa dữ liệu của mình, xin báo ban tổ chức lớp. Đó là quyền của anh/chị.
me-sign-ins-count =
    { $n ->
       *[other] Đang đăng nhập ở { $n } nơi
    }
me-consents-count =
    { $n ->
        [0] Chưa đồng ý cho lớp nào dùng dữ liệu
       *[other] Đã đồng ý cho { $n } lớp
    }
me-roles-title = Vai trò của tôi
me-sign-ins-title = Những nơi đang đăng nhập
me-sign-ins-lead = Thấy nơi nào lạ, hoặc đã mất điện thoại, hãy cho thoát ra.
me-language = Ngôn ngữ
means-password = bằng mật khẩu
means-door = quét mã ở lớp
means-code = bằng mã trên thẻ
means-link = bằng đường dẫn riêng
means-setup = lần tạo đầu tiên
sign-in-device-unknown = Thiết bị không rõ
sign-in-since = từ { $x }
sign-in-until = hết hạn ngày { $x }
sign-in-this = Nơi này
sign-in-revoke = Thoát ra
sign-in-revoke-others = Thoát mọi nơi khác
done-sign-in-revoked = Đã thoát ra.

consent-title = Sự đồng ý của tôi
consent-none = Anh/chị chưa đồng ý điều gì.
consent-for-class = Cho một lớp tập huấn
consent-general = Cho việc dùng hệ thống
consent-given = đồng ý { $x }
consent-withdrawn = rút lại { $x }
consent-read = Đọc nội dung đã đồng ý (bản { $x })
consent-state-withdrawn = Đã rút lại
consent-withdraw = Rút lại
consent-withdraw-means = Rút lại rồi, dữ liệu của anh/chị không được dùng cho việc mới của lớp; những gì đã làm trước đó vẫn giữ nguyên.
consent-for-publication = Nêu tên trên bản tin công khai của lớp
consent-publication-offer = Cho phép bản tin công khai của { $x } nêu tên tôi?
consent-publication-do = Tôi đồng ý
consent-publication-2026-11 = Tôi đồng ý để ban tổ chức nêu họ tên, chức vụ và đơn vị của tôi trên bản tin công khai của lớp, ai cũng đọc được. Số điện thoại và vướng mắc tôi nêu không được đưa vào bản tin. Tôi có thể rút lại sự đồng ý này bất cứ lúc nào ở trang “Dữ liệu của tôi”; khi đó tên tôi được bỏ khỏi bản tin ngay.
done-consent-given = Đã ghi nhận sự đồng ý.
done-consent-withdrawn = Đã rút lại sự đồng ý.
consent-wording-2026-11 = Tôi đồng ý để ban tổ chức lớp lưu và dùng họ tên, chức vụ, đơn vị, số điện thoại, việc điểm danh và những vướng mắc tôi nêu, nhằm tổ chức lớp, trả lời vướng mắc, theo dõi kết quả sau lớp và báo cáo của chương trình. Số điện thoại chỉ ban tổ chức và chuyên gia của lớp nhìn thấy. Lời tư vấn chỉ công bố cho địa phương khác khi đã bỏ tên người và nơi nêu. Tôi có quyền xem, tải về, yêu cầu sửa, yêu cầu xóa dữ liệu của mình và rút lại sự đồng ý này bất cứ lúc nào ở trang “Dữ liệu của tôi”.

# Xóa dữ liệu cá nhân
erasure-open = Xóa dữ liệu cá nhân
erasure-title = Xóa dữ liệu cá nhân của { $x }?
erasure-what = Chỉ làm khi chính người đó yêu cầu, hoặc đã hết thời hạn lưu. Việc này không lấy lại được:
erasure-facts = họ tên, số điện thoại, thư điện tử, năm sinh, giới tính, dân tộc, chức vụ, đơn vị được xóa;
erasure-roles = mọi vai trò kết thúc, mật khẩu và các lần đăng nhập bị xóa;
erasure-journal = những dữ liệu đó cũng được xóa khỏi nhật ký của hệ thống.
erasure-stays = Việc điểm danh và vướng mắc của xã vẫn còn để tính số liệu, nhưng không còn tên.
erasure-backups = Các bản sao lưu làm trước lúc này vẫn còn dữ liệu cũ cho tới khi được hủy.
erasure-sure = Tôi hiểu việc này không lấy lại được và chắc chắn xóa
erasure-unsure = Muốn xóa hẳn, hãy đánh dấu xác nhận
erasure-do = Xóa hẳn
