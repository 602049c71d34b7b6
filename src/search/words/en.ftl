# Search
search-menu = Search
search-heading = Find answers already given, articles of law, practices, places
search-about = With or without diacritics.
search-label = What are you looking for?
search-do = Search
search-found =
    { $n ->
        [one] 1 result for “{ $x }”
       *[other] { $n } results for “{ $x }”
    }
search-all =
    { $n ->
        [one] 1 thing here
       *[other] { $n } things here
    }
search-none = Nothing found for “{ $x }”
search-none-chosen = There is nothing here yet
search-instead = Nothing found for “{ $x }”. These are the results for “{ $y }”.
search-meant = Did you mean
search-kinds = Kind
search-kind-all = All
search-kind-difficulty = Difficulties, answers
search-kind-law = Documents, articles
search-kind-practice = New practices
search-kind-story = Stories
search-kind-place = Places
search-narrow = Narrow the results
search-widen = Remove
search-facet-force = In force
search-facet-field = Field
search-facet-component = Component
search-facet-period = Period
search-facet-province = Province
search-force-yes = In force, also where amended
search-force-no = Ended, not yet in force, or not known
search-place-past = Until 30/6/2025
search-pages = Pages
search-page = Page { $x } / { $y }
search-before = Previous page
search-after = Next page
search-advice = Other ways to try
search-advice-fewer = Type fewer words, only the main ones: “mua giống hóa đơn”.
search-advice-marks = Check the spelling, or type without diacritics.
search-advice-number = If you know the number, type it: “02/2022/TT-UBDT”, “điều 14 nđ 27”.
search-advice-widen = Remove some of the filters.
search-advice-raise = If this is in your commune’s way and nobody has raised it, please raise it, so that an expert answers.
search-elsewhere = Or look through the lists:
search-how = How to search
search-how-words = In your own words:
search-how-number = By the number of a document or an article:
search-how-short = By the usual abbreviations:
search-how-place = By the name of a place:
search-areas = What many ask about
search-suggested = Perhaps this is it
search-suggested-all = See all results
