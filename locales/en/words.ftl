# Words that differ by region: us (United States, Canada), uk (United Kingdom, Ireland), au (Australia, New Zealand).

-er = { $words ->
  [uk] A&E
  [au] the emergency department
 *[us] the emergency room
}
-doctor = { $words ->
  [uk] GP
  [au] GP
 *[us] doctor
}
-counselor = { $words ->
  [uk] counsellor
  [au] counsellor
 *[us] counselor
}
-program = { $words ->
  [uk] programme
 *[us] program
}
-gray = { $words ->
  [uk] grey
  [au] grey
 *[us] gray
}
-sober-home = { $words ->
  [uk] supported housing
  [au] supported housing
 *[us] sober living homes
}

# The last option of most questions.
-not-sure = Not sure, or would rather not say
