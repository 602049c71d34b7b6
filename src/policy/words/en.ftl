# Documents, provisions, relations, citing
documents-menu = Documents
documents-heading = { $n ->
    [one] One document in the library, { $x } in force
   *[other] { $n } documents in the library, { $x } in force
}
documents-found = { $n ->
    [one] One document found
   *[other] { $n } documents found
}
documents-found-clauses = { $n ->
    [one] One clause found
   *[other] { $n } clauses found
}
documents-found-both = { $n ->
    [one] One document and { $x } clauses found
   *[other] { $n } documents and { $x } clauses found
}
documents-found-none = No document matches
documents-found-none-next = Try a number (27/2022, nd27) or a few words of the title; diacritics are not needed.
documents-none = The library has no documents yet
documents-none-next = When experts or administrators add documents, they can be read here.
documents-as-of = Standing as of { $x }
documents-search = Find documents and clauses
documents-search-hint = Type a number (27/2022, tt55), a clause (d14 nd27) or a few words, with or without diacritics.
documents-any-kind = Any kind
documents-year = Year
documents-find = Find
documents-clauses = Clauses that match
documents-filter = Narrow by kind and year
documents-filter-do = Narrow
documents-group-applies = In force: { $n }
documents-group-not-yet = Not yet in force: { $n }
documents-group-unknown = Not certain, to be checked: { $n }
documents-group-past = Expired or replaced: { $n }
documents-more = There are more. Please narrow the list by searching.

document-kind = Kind
document-kind-law = Law
document-kind-ordinance = Ordinance
document-kind-resolution = Resolution
document-kind-decree = Decree
document-kind-decision = Decision
document-kind-directive = Directive
document-kind-joint-circular = Joint circular
document-kind-circular = Circular
document-kind-letter = Official letter
document-kind-other = Other
document-kind-missing = Choose the kind of document

document-state-in-force = In force
document-state-amended = Partly amended
document-state-not-yet = Not yet in force
document-state-unknown = Not certain
document-state-replaced = Replaced or repealed
document-state-expired = Expired

policy-mark = How far checked
policy-mark-checked = checked against the text
policy-mark-partly = partly checked
policy-mark-memory = not checked against the original
policy-source = Source
policy-source-hint = Where it was read: a database, a site, the paper.
policy-source-missing = If it was read in a source, please name the source
policy-source-none = not written down
policy-source-short = source: { $x }
policy-checked-on = Checked on
policy-checked-never = never checked
policy-checked-short = checked on { $x }
policy-note = Note
policy-day-hint = For example 19/4/2022
policy-day-unreadable = This day cannot be read. Please write it like 19/4/2022
policy-too-long = Too long: at most { $x } characters
policy-optional = (optional)
policy-choose = Please choose
policy-save = Save
policy-cancel = Back
policy-wrong = { $n ->
    [one] One thing to mend
   *[other] { $n } things to mend
}
policy-draft-restored = What you had begun was brought back.
policy-draft-discard = Discard the draft

document-add = Add a document
document-add-heading = Add a document to the library
document-add-intro = Write only what you have read or know for certain. Leave “not checked” where it was not held against the original: readers will see it.
document-edit = Correct
document-edit-heading = Correct a document
document-number = Number
document-number-hint = Without the kind. For example 27/2022/NĐ-CP
document-number-missing = Write the number, beginning with a digit
document-number-known = The library already has a document of this number and day
document-issuer = Issued by
document-issuer-missing = Write who issued it
document-title = Title
document-title-hint = Without kind and number.
document-issued-on = Issued on
document-issued-short = issued { $x }
document-effective-on = In force from
document-effective-before-issue = It cannot be in force before it was issued
document-expires-on = No longer in force from
document-expires-hint = The first day on which it no longer applies, if a document says so.
document-expires-before-effect = It cannot end before it is in force
document-dates-mark = How far these days were checked
document-day-unknown = not written down
document-on = as of { $x }
document-on-other = See its standing on another day
document-on-label = Day
document-on-see = See
document-on-hint = For example the day of a class, or of a project's approval.
document-foot = The standing as of { $x } is computed from the days and relations kept in the library; it does not take the place of reading the original.
document-notice-amended = This document was partly amended. Where an amended article is known, a line says so there; other changes may not be written down yet. Read the amending document with it.
document-notice-not-yet = This document is not yet in force; it applies from { $x }.
document-notice-unchecked = No document is known to have replaced or repealed this one, but its days were not fully checked. Please check the original before applying it.
document-notice-unknown = The date of effect of this document is not written down. Please check the original before applying it.
document-notice-expired = This document is no longer in force since { $x }. Use it only for what arose before.
document-notice-replaced = This document was replaced or repealed by { $x }. Do not use it for anything new.
document-notice-heard = This document may have been changed by { $x }; this was not checked against the original.
document-notice-memory = What is said of this document was not checked against the original.
document-relations = Relations to other documents
document-by-replaces = Replaced by
document-by-repeals = Repealed by
document-by-amends = Amended by
document-by-guides = Guided by
document-does-replaces = Replaces
document-does-repeals = Repeals
document-does-amends = Amends
document-does-guides = Guides
done-document-kept = The document was saved in the library.

provisions-jump = Go to:
provisions-heading = { $n ->
    [one] One provision summarised
   *[other] { $n } provisions summarised
}
provisions-hint = Summaries in the library's words, not the text of the law.
provisions-none = No provision has been summarised yet
provisions-none-next = The document can be cited in advice all the same; please read the original.
provision-add = Add a provision
provision-add-heading = Summarise an article, clause or point
provision-add-intro = In your own words, short and true. For a provision that is there already, the new words take the place of the old.
provision-edit = Correct
provision-save = Save the provision
provision-article = Article (điều)
provision-article-hint = Only the number. For example 14 or 15a
provision-article-wrong = Write the number of the article, for example 14
provision-clause = Clause (khoản)
provision-clause-hint = Leave empty for the whole article.
provision-clause-wrong = A clause is a number, for example 2
provision-point = Point (điểm)
provision-point-hint = One letter, for example đ. Leave empty for the whole clause.
provision-point-wrong = A point is one letter and belongs to a clause
provision-heading = Heading of the article
provision-summary = Summary
provision-summary-hint = Who may do what; conditions, figures, time limits.
provision-summary-missing = Write the summary
provision-changed = Amended
provision-this = This provision
provision-this-article = This article
provision-amended = { $z } was amended by { $x }{ $y }; the summary below follows the original text.
provision-amended-kept = { $z } was amended by { $x }{ $y }; please read the amending document with it.
provision-replaced = { $z } was replaced by { $x }{ $y }; the summary below follows the original text.
provision-repealed = { $z } was repealed by { $x }{ $y }; the summary below follows the original text.
done-provision-kept = The provision was saved.

relation-add = Add a relation
relation-add-heading = Record a relation to another document
relation-add-intro = When an amendment, replacement or repeal is recorded, advice that stands on what it touches is marked for review.
relation-save = Record the relation
relation-way = What is the relation?
relation-way-missing = Choose the relation
relation-way-amends = This document amends the other
relation-way-replaces = This document replaces the other
relation-way-repeals = This document repeals the other
relation-way-guides = This document guides the other
relation-way-by-amends = This document is amended by the other
relation-way-by-replaces = This document is replaced by the other
relation-way-by-repeals = This document is repealed by the other
relation-way-by-guides = This document is guided by the other
relation-other = The other document
relation-other-hint = Type its number. For example nd38/2023 or 38/2023/NĐ-CP
relation-other-missing = Type the number of the other document
relation-other-unknown = The library does not have this document. Please add it first
relation-other-several = Several documents match: { $x }. Please type number, year and letters
relation-to-itself = A document has no relation to itself
relation-known = This relation is recorded already
relation-place = Provision that is touched
relation-place-hint = For example điều 10, k2 d19. Leave empty for the whole document, or where it is not known which.
relation-place-unreadable = This provision cannot be read. Please write it like “khoản 2 điều 19”
relation-partial-tick = Only a part, not known which
relation-partial-hint = The rest of the document still applies.
relation-partial = only a part
relation-basis = Basis
relation-basis-hint = The clause that says so. For example Điều 1 khoản 6
relation-basis-short = by { $x }
relation-on = From
relation-on-hint = The day from which the change applies. For example 24/6/2023
relation-since = from { $x }
relation-with-day = { $x } from { $y }
done-document-related = The relation between the two documents was recorded.

choices-heading = Choose what to cite ({ $n } found):
choices-none = Nothing found. Try number and article, for example: d14 nd27
choice-changed = Amended by { $x }
choice-not-kept = The library does not have { $x }. Please check the number of the article; if it is right you may still choose it, and the advice will say “not checked”.
