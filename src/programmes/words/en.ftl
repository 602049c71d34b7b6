# Programmes
programmes-title = Programmes
programmes-now = Now: { $x }
programmes-none-now = No period is under way today
programmes-empty = There are no programmes yet
programmes-chain = { $n ->
    [one] One period, { $x }
   *[other] { $n } periods, one after another, { $x }
}
programmes-my-items = See the items of my place
programmes-now-components = See what is under way

period-heading = { $x }: { $n } components
period-days = { $x } – { $y }
period-over = over
period-now = under way
period-ahead = not begun
period-counts-components = { $n ->
    [one] one component
   *[other] { $n } components
}
period-counts-places = { $n ->
    [one] one place recorded
   *[other] { $n } places recorded
}
period-rests-on = Legal basis: { $x }
period-basis = Legal basis
period-components = Components and sub-projects
period-places = { $n ->
    [one] One place is recorded in the list
   *[other] { $n } places are recorded in the list
}
period-places-first = { $x } places are recorded; here are the first { $y }
period-no-places = No list of places has been recorded for this period. That does not mean that no place belongs to it.
mark-partly = partly checked
mark-memory = not checked
period-doubt-partly = This has only partly been checked against the documents. Please see the original before citing it.
period-doubt-memory = This has not been checked against the documents. Please see the original before citing it.

listing-place = Place
listing-standing = Standing
listing-valid = Valid
listing-basis = Legal basis
listing-source = Read in: { $x }
listing-from = from { $x }
listing-from-to = from { $x } to { $y }
listing-now = in force
listing-over = over
listing-ahead = not begun
listing-of = Recorded for { $x }
standings-some = { $n ->
    [one] Named once in a list of a programme
   *[other] Named { $n } times in lists of programmes
}
standings-none = Not recorded in a list of any programme
standings-none-next = The sources read so far have no list that names this place; please check the decision that approved the list before concluding.

items-none = { $x } has no items yet
items-heading = { $x }: { $y }
items-heading-done = { $n } done
items-heading-under-way = { $n } under way
items-heading-planned = { $n } planned
items-done = { $n ->
    [one] One item is done
   *[other] { $n } items are done
}
items-under-way = { $n ->
    [one] One item is under way
   *[other] { $n } items are under way
}
items-planned = { $n ->
    [one] One item is planned
   *[other] { $n } items are planned
}
items-planned-money = planned
items-spent-money = spent
items-count = { $n ->
    [one] one item
   *[other] { $n } items
}
items-kin = Items of the places before and after the reform
items-crumb = Items

item-add = Add an item
item-add-heading = Add an item of { $x }
item-change-heading = Change the item “{ $x }”
item-illustration = illustration
item-in-year = { $x }
item-planned-money = planned { $x }
item-spent-money = spent { $x }
item-changed = Last changed at { $x }
item-changed-by = Last changed by { $y } at { $x }
item-state-done = done
item-state-under-way = under way
item-state-planned = planned
item-name = Name of the item
item-name-hint = For example: Concrete road between the villages Đồng Thung and Đồng Giang, 1.2 km
item-component = Component
item-component-choose = Choose a component
item-state = So far
item-year = Year
item-year-hint = For example: 2018
item-planned = Money planned
item-spent = Money spent
item-money-hint = Đồng. For example: 450 triệu; 1,2 tỷ; 450.000.000
item-spent-hint = Leave empty if nothing has been spent
item-note = Note
item-optional = (optional)
item-errors = { $n ->
    [one] One thing to mend
   *[other] { $n } things to mend
}
item-draft-offline = The connection is lost. Keep writing: it is kept on this device.
item-note-hint = Size, households served, what is still difficult
item-save = Save the item
item-back = Back to the items
item-name-missing = Please write the item's name
item-name-long = The name has more than 300 characters; please shorten it
item-note-long = The note has more than 2,000 characters; please shorten it
item-component-missing = Please choose the item's component
item-state-missing = Please choose: done, under way or planned
item-year-unreadable = Please write the year with four digits, like 2018
item-year-outside = The component belongs to the period { $x }–{ $y }; the year must lie in it
item-money-unreadable = Please write the amount like 450 triệu; 1,2 tỷ; 450.000.000
item-money-below-zero = An amount cannot be below zero
item-money-large = The amount is too large; please look at the zeros again
item-money-doubtful = Is it { $x } or { $y }? Please write the full amount in đồng
item-conflict = { $x } saved another version while you were writing. It stands below; what you typed is still in the form. Please compare and save again if it is still needed.
item-conflict-nobody = Somebody saved another version while you were writing. It stands below; what you typed is still in the form. Please compare and save again if it is still needed.
item-draft-restored = What you were writing on this device has been restored.
item-draft-discard = Discard it
done-item-kept = The item is saved.
item-theirs = As it stands now
item-yours = What you are writing
