practice-kind-story = Story
practice-kind-practice = Practice
practice-state-draft = Draft
practice-state-shown = Shown to the class
practice-state-released = Released
practice-state-withdrawn = Withdrawn
practice-illustration = illustration
practice-optional = (optional)
practice-adoptions = { $n ->
    [one] taken up by { $n } place
   *[other] taken up by { $n } places
}

# The gallery
practice-gallery-heading = { $n ->
    [one] { $n } practice that other communes can take up
   *[other] { $n } practices and stories that other communes can learn from
}
practice-gallery-found = { $n ->
    [one] { $n } practice or story found
   *[other] { $n } practices and stories found
}
practice-gallery-none = No practice has been released yet
practice-gallery-about = Told by commune officials in their training classes
practice-search = Find a practice
practice-component = Component
practice-province = Province
practice-all = All
practice-do-search = Find
practice-none-such = Nothing matches. Try one word less, or no component and no province.
practice-none-yet = What the organisers of a class release is found here.
practice-all-of-them = See all
practice-pages = Pages
practice-page-before = Previous page
practice-page-after = Next page
practice-menu = Practices
practice-crumb-gallery = Practices

# In the class
practice-crumb-classes = Classes
practice-crumb-list = Practices, stories
practice-kicker-class = Class { $x }
practice-list-heading = { $x }, { $y } from the communes of the class
practice-list-none = No commune has told its practice yet
practice-count-practices = { $n ->
    [one] { $n } practice
   *[other] { $n } practices
}
practice-count-stories = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
practice-class-empty = Tell here what your commune has managed to do: how it was, how it is, how you did it, what it cost. A few lines and one photo are enough for others to learn from.
practice-heading-practices = Practices
practice-heading-stories = Local stories
practice-to-gallery = See practices of other classes
practice-do-write-practice = Tell a practice
practice-do-write-story = Tell a story

# Writing
practice-write-practice = What has your commune done in a new way?
practice-write-story = What happened in your commune that is worth telling?
practice-write-about = For { $x }. A title and a few lines are enough; the rest can follow
practice-write-about-runs = The organisers write for a commune of the class
practice-write-next = Once it is kept, you add photos on the next page. Only you and the organisers see a draft; the organisers show it to the class.
practice-edit-heading = Edit { $x }
practice-place = Commune
practice-choose-place = Choose a commune
practice-title = What was done
practice-title-story = Title of the story
practice-title-hint = Say it at once, for example: A hamlet built 350 m of road, the commune gave the cement
practice-title-hint-story = For example: Why hamlet 4 has not repaired its pipe in four years
practice-before = How was it before?
practice-before-story = What happened?
practice-before-hint = What was hard, since when, for how many households.
practice-before-hint-story = As you would tell a colleague: where, when, who did what.
practice-after = How is it now?
practice-after-story = How did it end, what did you learn?
practice-after-hint = What is different, to see and to count.
practice-after-hint-story = What another commune should remember.
practice-part-how = Step by step, who, at what cost
practice-part-how-story = What was done, by whom, at what cost
practice-steps = Steps
practice-steps-hint = One step a line, in the order in which you did them.
practice-who = Who did it
practice-who-hint = Boards, groups, unions, how many households. No names are needed.
practice-cost = Cost (đồng)
practice-cost-hint = For example 48.500.000 or 48,5 triệu, with what people contributed.
practice-cost-note = Where the money came from
practice-part-result = Result in figures
practice-figures = What can be counted?
practice-figures-hint = One line each, for example: Households with water all year, before 12, after 46, households.
practice-figure-what = Counted { $x }
practice-figure-before = Before
practice-figure-after = After
practice-figure-unit = Unit
practice-do-row = Add a line
practice-result = Other results
practice-result-hint = What got better and cannot be counted.
practice-part-links = Conditions, component, related difficulty
practice-conditions = What does another place need?
practice-conditions-hint = What must be there, where it does not fit, what easily goes wrong.
practice-unsure = Not sure, none
practice-item = Local item
practice-no-item = None
practice-difficulty = Code of the difficulty that it resolved
practice-difficulty-hint = If it resolved one that was raised in the class, for example PT18-07.
practice-do-keep = Keep, then add photos
practice-do-save = Save
practice-do-back = Back
practice-draft-restored = What you had begun to write is back.
practice-draft-discard = Discard the draft
practice-draft-offline = You are offline. Go on writing: it is kept on this device.
practice-conflict = { $x } changed this while you were writing. What stands now:
practice-conflict-somebody = Somebody changed this while you were writing. What stands now:
practice-conflict-next = What you wrote is still below. Take over what should stay from the text above, then save.

practice-wrong-title = Give it a title of at least 8 letters
practice-wrong-before = Tell a few lines: how it was, how it is, or the steps
practice-wrong-cost = The cost must be an amount, for example 48.500.000 or 48,5 triệu
practice-wrong-figure = A line of figures does not say what was counted
practice-too-many-figures = At most { $x } lines of figures are kept
practice-too-long = { $x } letters long, at most { $y }
practice-wrong-place = Choose a commune of the class
practice-wrong-component = There is no such component
practice-wrong-item = The commune has no such item
practice-wrong-difficulty = The class has no difficulty with this code
practice-moved-on = Somebody else has just moved this on: that can no longer be done

# One practice
practice-heading-before = Before
practice-heading-before-story = The story
practice-heading-after = Now
practice-heading-after-story = What was learnt
practice-heading-steps = Step by step
practice-heading-figures = What was counted
practice-column-what = What
practice-heading-conditions = For those who want to do the same
practice-fact-who = Done by
practice-fact-cost = Cost
practice-fact-item = Local item
practice-fact-author = Told by
practice-fact-day = Date
practice-fact-difficulty = Resolves
practice-of-difficulty = Difficulty { $x }
practice-tools = Edit, withdraw
practice-do-show = Show it to the class
practice-do-release = Release it to every locality
practice-do-unrelease = Take it back to the class only
practice-do-edit = Edit the text
practice-do-photos = Add or edit photos
practice-do-withdraw = Withdraw
practice-withdraw-about = Nobody but its author and the organisers will see it. The organisers can restore it.
practice-do-restore = Restore as a draft
done-practice-written = The draft is kept for the organisers to show to the class. Now add photos.
done-practice-changed = Saved.
done-practice-shown = The whole class can see this now.
done-practice-released = Every locality can see this now.
done-practice-withdrawn = It is withdrawn.
done-practice-restored = It is a draft again.

# Photos
photo-any = General
photo-before = Before
photo-after = After
photo-alt = A photo of this practice
photo-heading-none = Photos make it quick to believe and to understand
photo-heading = { $n ->
    [one] { $n } photo
   *[other] { $n } photos
}
photo-about = Photos are made smaller; where and when they were taken is removed before they are kept
photo-choose = Choose photos
photo-choose-hint = Several at once; room for { $x } more. Ask the people whose faces can be seen.
photo-shrinking = Making the photos smaller…
photo-moment = When were they taken?
photo-moment-of = Taken
photo-caption = Caption
photo-place = Order
photo-number = Photo { $x }
photo-heading-captions = Captions and order
photo-do-add = Upload
photo-do-done = Done, see the page
photo-do-describe = Save captions
photo-do-remove = Remove this photo
photo-do-keep = Keep it
photo-remove-ask = Remove this photo?
photo-remove-about = It is deleted from the server for good. Backups taken before today still have it.
photo-wrong-none = Choose at least one photo
photo-wrong-all = The photos of one sending are more than 40 MB. Send fewer at a time.
photo-wrong-kind = { $x } is no JPEG, PNG or WebP photo.
photo-wrong-size = { $x } is too large to be opened. Send fewer than 50 million pixels.
photo-wrong-weight = { $x } is heavier than 16 MB.
photo-wrong-broken = { $x } is damaged or incomplete.
photo-wrong-many = A page has at most { $x } photos; the last { $y } were not kept.
photo-others-kept = { $n ->
    [one] The other photo is kept.
   *[other] The other { $n } photos are kept.
}
done-photos-added = The photos are kept.
done-photos-described = Captions and order are saved.
done-photo-removed = The photo is removed.

# Taking up
adoption-planned = Planned
adoption-under-way = Under way
adoption-done = Done
adoption-stopped = Stopped
adoption-none = No place has taken it up yet
adoption-finding = { $n ->
    [one] { $n } other place has taken it up
   *[other] { $n } other places have taken it up
}
adoption-home = { $x }, where it comes from
adoption-begun = begun { $x }
adoption-taken-up = taken up { $x }
adoption-do-own = Take it up in { $x }
adoption-do-any = Note a place that takes it up
adoption-do-adopt = Take it up
adoption-do-tell = Tell how it goes
adoption-do-send = Keep
adoption-state = How far is it?
adoption-place = Place
adoption-begun-on = Begun on
adoption-how = How you do it
adoption-how-hint = What you keep, what you change to fit your place.
adoption-note = How it goes, what is different
adoption-wrong-state = Choose how far it is
adoption-wrong-place = Choose the place
adoption-already = This place has taken it up already: tell how it goes on its line
adoption-wrong-day = The day must be in the past, for example 20/10/2018
adoption-wrong-note = Write how it goes
done-adoption-kept = The place is kept.
done-adoption-told = Kept.
