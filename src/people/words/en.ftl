# Fields
field-listing = Lists and areas
field-allocation = Allocation of funds
field-investor = Project owners, special mechanisms
field-procurement = Tenders and purchases
field-settlement = Payment and settlement
field-maintenance = Upkeep and repair
field-production = Support for production
field-water = Drinking water
field-publicity = Publicity and supervision
field-capacity = Capacity building

# The list of persons
people-name = People
people-title =
    { $n ->
        [0] Nobody is on the list yet
        [one] One person is on the list
       *[other] { $n } people are on the list
    }
people-found =
    { $n ->
        [0] Nobody was found
        [one] One person was found
       *[other] { $n } people were found
    }
people-find = Find by name or phone number
people-find-do = Find
people-any-role = Any role
people-none = Nobody is here yet. Trainees are added when their places name them; experts and staff are added here.
people-none-found = Nobody matches. Try the name without diacritics, or the last digits of the phone number.
people-pages = Pages of the list
people-page = Page { $x } / { $y }
people-page-before = Page before
people-page-after = Next page

# One person
person-add = Add a person
person-new-title = Add a person to the list
person-new-lead = If this person is known already (same name, same phone number), what is kept is used again and its gaps are filled.
person-name = Full name
person-name-hint = As in official papers, for example: Hà Văn An
person-family = Family and middle name
person-family-hint = Leave empty if the name is a single word
person-given = Given name
person-phone = Phone number
person-phone-hint = 10 digits, for example: 0912 345 678. A lost leading 0 and +84 are mended.
person-email = E-mail
person-position = Position
person-position-hint = For example: Vice chair of the commune
person-unit = Unit
person-unit-hint = For example: People's Committee of Mỹ Lung
person-place = Place
person-place-field = Commune, district or province
person-place-hint = Type the name, with or without diacritics, for example: Mỹ Lung
person-sex = Sex
sex-female = Female
sex-male = Male
person-birth-year = Year of birth
person-ethnicity = Ethnicity
person-ethnicity-hint = Only for the statistics that the programme's reports ask for. Never on a public page. May be left empty.
person-ethnicity-purpose = (for the programme's statistics only)
person-role = Role
person-optional = (optional)
person-unknown = Not known
person-illustration = invented
person-no-role = No role yet
person-correct = Correct the details
person-correct-title = Correct the details of { $x }
person-save = Save the details
person-save-new = Save this person
person-back = Back
person-errors =
    { $n ->
        [one] One thing needs mending
       *[other] { $n } things need mending
    }
person-same-phone =
    { $n ->
        [one] One other person has this phone number. Is it the same person?
       *[other] { $n } other people have this phone number. Are they the same person?
    }
person-same-phone-next = If so, keep the one with the role and end the roles of the other.

person-name-empty = Please write the full name
person-name-long = The name is longer than 200 characters
person-phone-letters = A phone number has digits only
person-phone-several = There are several phone numbers here; please keep one
person-phone-scientific = The spreadsheet lost digits of this phone number; please type it in full
person-phone-length = This phone number has { $x } digits; a mobile number has 10, a fixed line 11
person-phone-prefix = No network has such a prefix; please check the phone number
person-email-odd = This is not an e-mail address; one looks like name@phutho.gov.vn
person-email-taken = This e-mail address belongs to somebody else here
person-birth-year-odd = A year of birth has 4 digits, for example: 1981
person-sex-odd = Please choose female or male, or leave it open
person-text-long = This is longer than 200 characters
person-place-unknown = No place of that name was found
person-place-several = Several places have this name; please choose one below

done-person-entered = The person is on the list.
done-person-entered-phone-mended = The person is on the list. The phone number was mended; please compare it.
done-person-found = This person was known already. What is kept was used again and its gaps filled.
done-person-found-elsewhere = This person is known already, in a class that is not yours. They are kept once.
done-person-corrected = Saved.
done-person-erased = The person's data is erased.

# Roles
grants-title = Roles held
grants-none = This person has no role yet, so there is nothing they can do here.
grants-ended =
    { $n ->
        [one] One role has ended
       *[other] { $n } roles have ended
    }
grant-everywhere = all classes
grant-one-class = one class
grant-project-named = all classes of the project { $x }
grant-one-project = all classes of a training project
grant-this-class = The class just seen
grant-this-project = All classes of the training project just seen
grant-since = since { $x }
grant-until = until { $x }
grant-by = given by { $x }
grant-give = Give another role
grant-give-do = Give the role
grant-where = Where
grant-choose-role = Choose a role
grant-role-empty = Please choose a role
grant-administrator-sure = For an administrator: I am sure that this person should have every right
grant-administrator-means = They will see and change all data, and can give rights to others.
grant-administrator-unsure = To make somebody an administrator, please tick the box below
grant-end = End
grant-last-administrator = This is the only administrator. Please make somebody else administrator first.
done-grant-given = The role is given.
done-grant-ended = The role has ended. They no longer have this right.

fields-title =
    { $n ->
        [0] No fields chosen yet
        [one] Advises in one field
       *[other] Advises in { $n } fields
    }
fields-legend = This expert answers difficulties about
fields-save = Save the fields
done-fields-set = The fields are saved.

# The personal code
code-title = Personal code printed on the badge
code-use = A trainee signs in with their phone number and this code. Give it to nobody else.
code-renew = Make a new code
code-renew-means = The old code and sign-ins made with it end at once. For a lost badge.
done-code-renewed = There is a new code. The old one no longer works.

# Passwords
password-new = New password
password-hint = At least 10 characters. Best is a sentence easy for you to remember and hard for others to guess.
password-again = The new password again
password-old = Present password
password-change = Change the password
password-change-do = Change the password
password-first = Set a first password
password-reset = Set a new password
password-give-lead = Hand it over in person or read it out by phone, and ask them to change it at once on the page “My data”.
password-give-do = Set the password
password-short = A password needs at least { $x } characters
password-long = The password is longer than { $x } characters
password-differs = The two are not alike; please type them again
password-old-wrong = The present password is not right
done-password-changed = The password is changed. Other places have been signed out.
done-password-given = The password is set.

# Signing in
sign-in-title = Sign in
sign-in-lead = In the class you only scan the code on the wall. After the class, use your phone number and the code on your badge.
sign-in-phone = Phone number
sign-in-phone-hint = The one the organisers have, for example: 0912 345 678
sign-in-code = Personal code
sign-in-code-hint = Six digits printed on the badge
sign-in-by-code = Enter
sign-in-staff = I am an organiser, an expert or a sponsor
sign-in-name = E-mail or phone number
sign-in-password = Password
sign-in-forgotten = Forgot the password, or lost the badge: please ask the organisers for a new one.
sign-in-name-empty = Please type your e-mail address or phone number
sign-in-password-empty = Please type your password
sign-in-password-wrong = The name or the password is not right
sign-in-too-many = Too many wrong tries. Please wait { $x } minutes, then sign in again.
sign-in-phone-empty = Please type your phone number
sign-in-code-odd = A personal code has 6 digits
sign-in-code-wrong = The phone number or the code is not right. Please compare with the badge.
done-signed-out = You have signed out.

setup-name = Beginning
setup-title = Nothing is here yet: make the first organiser
setup-lead = This person keeps the system and runs every class, and can then give rights to others. This page opens only once.
setup-reach-empty = Please write an e-mail address or a phone number to sign in with
setup-do = Make the first organiser
done-set-up = All is ready. Next: add a training project and a class.

# My data
me-file = my-data
me-download = Download my data
me-mend = If something is wrong, or you want your data erased, please tell the organisers of the class. It is your right.
me-sign-ins-count =
    { $n ->
        [one] Signed in at one place
       *[other] Signed in at { $n } places
    }
me-consents-count =
    { $n ->
        [0] Consent given for no class
        [one] Consent given for one class
       *[other] Consent given for { $n } classes
    }
me-roles-title = My roles
me-sign-ins-title = Where I am signed in
me-sign-ins-lead = If you do not know one of them, or lost your phone, sign it out.
me-language = Language
means-password = by password
means-door = by the code on the wall
means-code = by the code on the badge
means-link = by a personal link
means-setup = at the beginning
sign-in-device-unknown = Unknown device
sign-in-since = since { $x }
sign-in-until = until { $x }
sign-in-this = This one
sign-in-revoke = Sign out
sign-in-revoke-others = Sign out everywhere else
done-sign-in-revoked = Signed out.

consent-title = What I agreed to
consent-none = You have agreed to nothing yet.
consent-for-class = For a training class
consent-general = For the use of this system
consent-given = given { $x }
consent-withdrawn = withdrawn { $x }
consent-read = Read what was agreed to (version { $x })
consent-state-withdrawn = Withdrawn
consent-withdraw = Withdraw
consent-withdraw-means = Once withdrawn, your data is not used for anything new of the class; what was done before stays.
consent-for-publication = To be named on the public page of the class
consent-publication-offer = May the public page of { $x } name me?
consent-publication-do = I agree
consent-publication-2026-11 = I agree that the organisers name me, with my position and unit, on the public page of the class, which anyone may read. My telephone number and the difficulties that I raised are not put there. I may take this consent back at any time on the page “My data”; my name is then taken off the page at once.
done-consent-given = Your consent has been recorded.
done-consent-withdrawn = The consent is withdrawn.
consent-wording-2026-11 = I agree that the organisers of the class keep and use my name, position, unit, phone number, attendance and the difficulties I raise, in order to run the class, answer difficulties, follow what came of them and report to the programme. Only the organisers and experts of the class see my phone number. Advice is published to other places only without the name of the person and the place. I may see, download, have corrected and have erased what is kept of me, and withdraw this consent, at any time on the page “My data”.

# Erasing personal data
erasure-open = Erase personal data
erasure-title = Erase the personal data of { $x }?
erasure-what = Only when the person asks for it, or when its time is over. It cannot be taken back:
erasure-facts = name, phone number, e-mail, year of birth, sex, ethnicity, position and unit are erased;
erasure-roles = all roles end, the password and the sign-ins are erased;
erasure-journal = the same data is erased from the journal too.
erasure-stays = Attendance and the difficulties of the commune stay for the figures, without the name.
erasure-backups = Backups made before now still hold the old data until they are destroyed.
erasure-sure = I understand that this cannot be undone, and I am sure
erasure-unsure = To erase for good, tick the box
erasure-do = Erase for good
