# The news item of a class
news-menu = News
news-list-heading =
    { $n ->
        [one] One news item from the training classes
       *[other] { $n } news items from the training classes
    }
news-list-none = There is no news yet
news-list-about = The newest first
news-list-empty = When a class has ended, its organisers release its news item here.
news-pages = Pages of the list
news-page = Page { $x } of { $y }
news-page-before = Previous page
news-page-after = Next page

news-kicker = News of class { $x }
news-released-on = Released { $x }
news-revised-on = revised { $x }
news-invented = invented for illustration
news-persons = Those who shared their experience: { $x }.
news-figure-people = officials attended
news-figure-communes = communes sent people
news-figure-raised = difficulties raised
news-figure-advised = difficulties advised on
news-figure-resolved = of the difficulties resolved
news-finding-sent = { $x } of { $y } difficulties were beyond the class and have gone to an authority above
news-finding-advised = Experts have advised on { $x } of { $y } difficulties
news-finding = { $x } of { $y } difficulties were resolved
news-bar = Difficulties raised
news-share-resolved = Resolved: { $x }
news-share-partly = Partly: { $x }
news-share-sent = With an authority above: { $x }
news-share-dropped = No longer needed: { $x }
news-share-rest = Others: { $x }
news-figures-until = Figures of the class, as of { $x }.
news-print = Print
news-to-answers = See the published answers

news-state-none = Not saved yet
news-state-draft = Draft
news-state-released = Released
news-state-withdrawn = Taken back

news-part-headline = Headline
news-part-lead = Opening
news-part-people = Who came, from where
news-part-policy = Content, new policies
news-part-discussion = Discussion
news-part-difficulties = Difficulties and their resolution
news-part-practices = Stories and new ways
news-part-plans = Plans
news-part-closing = The end of the class, what comes next
news-part-own = A paragraph of your own

news-edit-title = News item of the class
news-edit-first = The news item has been drafted from the figures of the class
news-edit-kicker = Class { $x }
news-edited = { $y } saved at { $x }
news-edit-lead = Please read each paragraph and correct it. A paragraph left empty does not appear. The item is in Vietnamese.
news-edit-public = The item is public: once saved, readers see the new text at once.
news-optional = (may be empty)
news-own-hint = What no figure tells. No telephone numbers, and no names of people who have not agreed.
news-photo = Photo
news-photo-none = There is no photo yet: photos come from the released practices of the class.
news-photo-without = No photo
news-named = Trainees to be named
news-named-hint = Only those who have agreed are listed. Whoever takes the consent back is taken off the item at once.
news-named-none = No trainee has agreed to be named yet. Trainees agree on their page “My data”, or the organisers record a signed paper at the end of this page.
news-paper = Record a signed consent
news-paper-lead = Record it only if the person has signed a paper with these words:
news-paper-who = Who has signed
news-paper-choose = Choose a trainee
news-paper-do = Record
news-save = Save and preview
news-preview = Preview
news-draft-restored = What you had written has been restored.
news-draft-discard = Discard the draft
news-draft-offline = There is no network. Go on writing: it is kept on this device.
news-conflict = { $x } has just saved another version, which says:
news-conflict-next = Yours is still below. Please bring the two together, then save.
news-warnings = To be mended before it is released
news-tells-phone = There is a telephone number, { $x }: a news item has none
news-tells-name = There is the name { $x }, and this person has not agreed to be named
news-wrong-headline = Please write a headline
news-wrong-early = The class lasts until { $x }. The news item is released after it, since it tells what has happened.
news-wrong-lead = Please write the opening
news-too-long = This paragraph has { $x } letters, and may have { $y }
news-wrong-person = Somebody chosen has not agreed, or has taken the consent back
news-wrong-photo = This photo is not public any more, please choose another
news-wrong-signed = Please choose the trainee who has signed
news-moved-on = The item has changed its state, please load the page again

news-changed =
    { $n ->
        [one] The figures have changed in one paragraph since it was drafted
       *[other] The figures have changed in { $n } paragraphs since they were drafted
    }
news-refresh-see = Refresh from the figures
news-refresh-title = Refresh from the figures
news-refresh-none = No paragraph has to change
news-refresh-lead = Only ticked paragraphs change; the others keep your words. The figures below the item are always the new ones.
news-refresh-now = As it reads
news-refresh-edited = Edited by hand
news-refresh-fresh = By the new figures
news-refresh-nothing = (no such paragraph)
news-refresh-take = Take the new words
news-refresh-do = Refresh the item
news-refresh-figures = Refresh the figures
news-back = Back

news-preview-draft = This is a preview that only the organisers see. Once released, anyone can read it.
news-preview-public = Anyone can read this item.
news-see-public = See the public page
news-edit-on = Edit the item
news-release = Release the item
news-take-back = Take the item back
news-take-back-means = There will be no public page any more. The text is kept and can be released again.
news-take-back-do = Take back
done-news-saved = The item has been saved.
done-news-released = The item has been released.
done-news-taken-back = The item has been taken back.
done-news-redrawn = The item has been refreshed from the figures.
done-news-consent-recorded = The consent has been recorded.
