# Places
places-title = Places
places-heading = Places of the whole country, before and after 01/07/2025
places-found = { $n ->
    [one] One place matches “{ $x }”
   *[other] { $n } places match “{ $x }”
}
places-found-more = Very many places match “{ $x }”: here are the first { $n }
places-found-none = No place matches “{ $x }” yet
places-empty = There is no list of places yet
places-new-provinces = { $n } provinces and cities from 01/07/2025
places-old-provinces = { $n } provinces and cities until 30/06/2025
place-search = Name or code of a place
place-search-hint = With or without diacritics; you may add district and province. For example: my lung, yen lap
place-at = On a day
place-at-hint = For example: 16/10/2018. Left empty, both before and after 01/07/2025 are searched
place-at-unreadable = Please write a day like 16/10/2018
place-find = Find the place
place-code = code { $x }
place-until = until { $x }
place-since = from { $x }
place-since-until = from { $x } to { $y }
place-items = Local items
place-difficulties = Difficulties of this place

place-kept = { $x } stayed as it was in the reform of 2025
place-now-is = { $x } is { $y } from 01/07/2025
place-now-in = { $x } belongs to { $y } from 01/07/2025
place-now-split = { $x } is divided among { $n } communes and wards from 01/07/2025
place-district-ended = { $x } ended on 01/07/2025
place-was = { $x } used to be { $y }
place-was-part = { $x } was made of a part of { $y }
place-made-of-communes = { $x } was made of { $n } former communes, wards and townships
place-made-of-provinces = { $x } was united from { $n } former provinces and cities
place-became = From 01/07/2025
place-made-of = Before 01/07/2025
place-whole = the whole
place-part = a part
place-part-of = { $x } (a part)

place-twins = Do not take { $x } for
place-twin-code = The same code { $x }, but another place.
place-twin-name = The same name, but not this place.
place-twin-both = The same name and the same code { $x }, but not this place.

place-children-districts = { $n } districts, towns and cities of { $x }
place-children-communes = { $n } communes, wards and townships of { $x }
place-children-communes-new = { $n } communes, wards and special zones of { $x }
place-child-became = to { $x }
place-child-made-of = made of { $x }

place-map-country = { $x } on the map of the country
place-map-country-dots = Each dot is one of { $n } provinces and cities; the one with a ring is { $x }.
place-map-among = { $x } in { $y }
place-map-dots = Each dot is one of { $n } places of { $x }; the one with a ring is this place.
place-filter = Filter by name
places-new = From 7/2025: { $n }
places-old = Until 6/2025: { $n }
places-map = Provinces and cities before and after 01/07/2025: { $x }
place-optional = (optional)
place-filter-none = No place matches
