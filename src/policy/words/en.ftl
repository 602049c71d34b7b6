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
document-by-part = Replaced or repealed in part by
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

# What is new
compare-title-two = What is new: { $x } and { $y }
compare-title-days = What is new in { $x }
compare-kicker-two = { $x } beside { $y }
compare-kicker-days = { $x }: { $z } beside { $y }
compare-crumb = What is new
compare-nothing = Cannot be compared yet
compare-unchanged = No article has changed
compare-one-wording = The library has one wording of this document so far, from { $x }.
compare-unread = Not compared with these: the library knows of the change but does not have the new words.
compare-unread-heading = The library does not have the amended wording
compare-no-text = The library does not have the full text of { $x } on { $y }, so its articles cannot be compared yet.
compare-turned = The document that stands first applies later than the other one. You may choose again.
compare-days-turned = The first day is later than the second; the two have been exchanged.
compare-added = { $n ->
    [one] One article new
   *[other] { $n } articles new
}
compare-changed = { $n ->
    [one] One article reworded
   *[other] { $n } articles reworded
}
compare-removed = { $n ->
    [one] One article no longer there
   *[other] { $n } articles no longer there
}
compare-repealed = { $n ->
    [one] One article repealed
   *[other] { $n } articles repealed
}
compare-moved = { $n ->
    [one] One article moved
   *[other] { $n } articles moved
}
compare-renumbered = { $n ->
    [one] One article renumbered
   *[other] { $n } articles renumbered
}
compare-split = { $n ->
    [one] One article split off
   *[other] { $n } articles split off
}
compare-merged = { $n ->
    [one] One article merged into others
   *[other] { $n } articles merged into others
}
compare-same = { $n ->
    [one] One article unchanged
   *[other] { $n } articles unchanged
}
compare-counts = In short
compare-before = Before
compare-after = Now
compare-on = as worded on { $x }
compare-by = by { $x }
compare-choose-days = Choose two other days
compare-choose-other = Compare with another document
compare-from = From
compare-to = To
compare-day-by = { $x }, by { $y }
compare-other = The later document
compare-do = See what is new
compare-to-sheet = Print as material
compare-contents = Articles that changed
compare-words = Word by word
compare-key = How to read:
compare-key-gone = words taken out
compare-key-come = words put in
compare-sign-added = New
compare-sign-removed = No longer there
compare-sign-repealed = Repealed
compare-sign-moved = Moved
compare-sign-renumbered = Renumbered
compare-sign-split = Split from { $x }
compare-sign-merged = Merged into { $x }
compare-sign-changed = Reworded
compare-kept = Unchanged: { $x }.
compare-kept-many = { $n } other clauses, points, paragraphs are unchanged.
compare-kept-all = The wording is unchanged.
compare-goes-on = (continued)
compare-pages = Pages
compare-page = Page { $n } of { $x }
compare-page-before = Previous page
compare-page-after = Next page
compare-print = Print
compare-back = Back to the comparison
compare-sheet-title = What is new
compare-sheet-foot = Made on { $x } from the document library of Nguồn. Hold it against the original before applying it.
import-title = Bring in documents
import-heading = Bring a full text into the library
import-intro = Choose files or paste a text. Its number, days, articles, clauses, points and citations are read and shown first; nothing is kept until you agree.
import-files = Files
import-files-hint = Word (.docx), HTML or plain text (.txt). Several files at once, 32 MB together at most.
import-folder = Or choose a whole folder of such files
import-paste = Or paste the full text here
import-paste-hint = From the gazette, a database of law or an e-mail.
import-read = Read
import-only-facts = Write down the facts only, without a text
import-nothing = Choose a file or paste a text
import-unread = { $x }: { $y }
import-fault-line = line { $x }: { $y }
import-fault-empty = there is nothing in the file
import-fault-old-word = an old Word file (.doc); please save it as .docx
import-fault-rtf = an RTF file; please save it as .docx
import-fault-pdf = a PDF; please bring it as .docx, HTML or plain text
import-fault-not-word = not a whole Word file
import-fault-broken = what the file holds is broken
import-fault-too-big = the file is too big
import-fault-not-text = there is no text to read in this file
import-read-heading = { $n ->
    [one] One document read, please check it
   *[other] { $n } documents read, please check them
}
import-not-kept-yet = Nothing is in the library yet
import-kept-some = Kept:
import-unnamed = A document without a number
import-count-chapters = { $n ->
    [one] one chapter
   *[other] { $n } chapters
}
import-count-articles = { $n ->
    [one] one article
   *[other] { $n } articles
}
import-count-clauses = { $n ->
    [one] one clause
   *[other] { $n } clauses
}
import-count-points = { $n ->
    [one] one point
   *[other] { $n } points
}
import-count-annexes = { $n ->
    [one] one annex
   *[other] { $n } annexes
}
import-line = line { $x }
import-odd-tcvn3 = Lines in the old code TCVN3 (.Vn… fonts): { $n }
import-odd-vni = Lines in the old code VNI: { $n }
import-odd-decomposed = Lines with letters and marks apart: { $n }
import-odd-look-alikes = Lines with letters that only look Vietnamese (“Ð” for “Đ”): { $n }
import-convert = Convert these lines to Unicode
import-convert-hint = Tick and press “Read again”. Otherwise they stay as in the file.
import-doubts = { $n ->
    [one] One place to look at
   *[other] { $n } places to look at
}
import-doubt-order = the number does not follow the one before
import-doubt-restarts = numbers begin again; left as text
import-doubt-second-d = a second “d)”, read as “đ)”
import-doubt-quote = a quotation that is never closed
import-known = The library has { $x }, without its text.
import-known-text = The library has { $x } with its text; this one will take its place, and what was amended since stays.
import-known-see = See that document
import-into = This is the one: keep the text there
import-confirm = Please confirm that this is { $x } of the library, or correct the number
import-read-as = The text says: { $x }
import-orders = This document amends others, in { $n } places that were read
import-carry = Carry these amendments out on the documents they amend
import-carry-hint = From the day this document applies. What cannot be carried out is listed for you.
import-tree = Chapters and articles
import-cites = { $n } citations, { $x } to look at or not in the library
import-cites-all = { $n } citations, all of them found
import-cite-own = { $x } of this document
import-cite-own-missing = { $x } is not in this document
import-cite-unclear = not clear of which document
import-cite-no-text = { $x } (without its text)
import-cite-not-kept = not in the library
import-text = Full text
import-text-label = The full text as it was read
import-text-hint = It can be corrected here, for instance a line break before a clause; then press “Read again”.
import-take = Keep this document
import-keep = { $n ->
    [one] Keep it in the library
   *[other] Keep the chosen documents
}
import-again = Read again
import-other = Choose other files
text-missing = Please bring the full text
text-day-needed = This document amends others: please write from when it applies
done-text-kept = The full text is in the library.
done-texts-kept = The documents are in the library.
done-text-kept-left = The full text is in the library; some amendments wait for you.

choice-repealed = Repealed

reread-replaces = { $x } replaces { $y }
reread-replaces-since = { $x } replaces { $y }, from { $z }
reread-repeals = { $x } repeals { $y }
reread-repeals-since = { $x } repeals { $y }, from { $z }
reread-amends = { $x } amends { $y }
reread-amends-since = { $x } amends { $y }, from { $z }
reread-sign = Needs review
reread-see = See what changed
reread-see-document = See the document
document-cited-by = { $n ->
    [one] Cited by one document
   *[other] Cited by { $n } documents
}
document-cites-times = { $x }: { $n ->
    [one] once
   *[other] { $n } times
}
document-facts = Facts
document-cited-by-short = Cited by
document-keep = Add and correct
contents-import = Bring in the full text
contents-heading = { $n ->
    [one] One article
   *[other] { $n } articles
}
contents-filter = Filter by the name of the article
contents-filter-none = No article matches
contents-front = Beginning and bases
contents-tail = Signature and recipients
contents-whole = Full text
contents-reworded = { $n ->
    [one] amended once
   *[other] amended { $n } times
}
contents-stands = { $n ->
    [one] one difficulty
   *[other] { $n } difficulties
}
contents-touched = amended
contents-summary = with a summary
contents-early = The document did not apply yet on this day. Below is what applies from { $x }.
contents-versions = Changes from:
contents-page = Page { $x } of { $y }
contents-page-before = Page before
contents-page-after = Next page

article-seen-on = As it stood on { $x }.
article-current = See it as it is now
article-is-current = as it is now
article-is-older = as it was before it was amended
article-early = The document did not apply yet on this day. Below is what applies from { $x }.
article-unworded = { $x } was amended by { $y }. The library does not have the new text; below is what it said before.
article-gone = This article no longer applies. What it said is in the history below.
article-nothing = The library does not have this article. Please read it in the document itself.
article-only-summaries = The library does not have the full text; below are summaries in our own words.
article-summary = In short:
article-summary-older = In short (before it was amended):
article-stands = Difficulty:
article-needs-review = Needs review
article-amended-by = Amended by { $x } from { $y }
article-added-by = Added by { $x } from { $y }
article-repealed-by = Repealed by { $x } from { $y }
article-table = Table
article-near = Article before and after
article-turns = { $n ->
    [one] Changed once
   *[other] Changed { $n } times
}
article-before = Before:
article-day-before = See the article on the day before
article-cited = { $n ->
    [one] Cited in one place
   *[other] Cited in { $n } places
}
article-cites-what = { $x } (cites { $y })
article-on-other = See it on another day
wording-amended = amended
wording-added = added
wording-repealed = repealed
wording-phrase = words replaced

leftovers-title = Amendments to settle by hand
leftovers-do = { $n ->
    [one] One amendment to settle
   *[other] { $n } amendments to settle
}
leftovers-heading = { $n ->
    [one] One amendment waits for you
   *[other] { $n } amendments wait for you
}
leftovers-none = No amendment has to be settled by hand
leftovers-all-settled = All amendments are settled
leftovers-intro = These were read but could not be carried out on the amended text by themselves.
leftovers-waits = Some wait for the full text of the amended document. Once it is brought in, they are carried out at once.
leftovers-again = Read and carry out again
leftovers-again-hint = After the text was corrected or the amended document came into the library. What was carried out stays.
leftover-somewhere = The whole document
leftover-settle = Settle this one
leftover-place = Article, clause, point
leftover-place-hint = For instance: khoản 2 điều 7. If it is not there it is added.
leftover-text = What the provision says now
leftover-text-hint = The whole article, clause or point as the amending document has it.
leftover-worded = Keep the new text
leftover-repealed = It is repealed
leftover-no-change = Nothing has to be changed
leftover-cannot = Not yet: { $x }
leftover-same = This is what it says already
leftover-no-document = It is not clear which document is amended
leftover-why-other-document = it is not clear which document is amended, or the library does not have it
leftover-why-no-text = the library does not have the text of the amended document
leftover-why-not-found = the amended document has no such provision
leftover-why-already-there = the provision to be added is there already
leftover-why-phrase-not-found = the words to replace are not there
leftover-why-phrase-twice = the words stand in several places
leftover-why-no-new-text = the new text could not be read
leftover-why-other-number = the new text has another number than the provision
leftover-why-leaves-out = the new text leaves out what stays
leftover-why-later = carried out, but the provision was amended again later: please see whether the later text wants it too
leftover-why-by-hand = a chapter, an annex or a paragraph: to be done by hand
leftover-how-worded = New text kept on { $x }
leftover-how-no-change = Nothing to change, confirmed on { $x }
leftover-how-carried-out = Carried out on { $x }
done-leftover-settled = One amendment is settled.
done-amendments-carried = Read again; what could be carried out was.
