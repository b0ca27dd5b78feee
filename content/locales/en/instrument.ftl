### Words about instruments: what they are, and what is wrong with a file.

instrument-wording-own = own words
instrument-wording-official = official words, with permission
instrument-audience-adult = for adults
instrument-audience-simple = short and simple
instrument-audience-child = for children
instrument-audience-youth = for young people
instrument-audience-other = for others
instrument-counts = { $dimensions } parts, { $items ->
    [0] one mark each
    [one] { $items } question
   *[other] { $items } questions
 }

## Where in the file

instrument-place-file = { $file }
instrument-place-line = { $file }, line { $line }, column { $column }
instrument-place-path = { $file } ({ $path })
instrument-place-line-path = { $file }, line { $line }, column { $column } ({ $path })
instrument-list-or = { $first } or { $last }

## What is wrong, and what helps

instrument-problem-too-large = The file is too large.
instrument-remedy-too-large = Choose a file of at most { $kibibytes } KiB.

instrument-problem-not-text = This is not a text file in UTF-8.
instrument-remedy-not-text = Save the file as text with the encoding UTF-8.

instrument-problem-syntax = { $notation ->
    [json] This is not well-formed JSON
   *[other] This is not well-formed TOML
 }: { $message }.
instrument-remedy-syntax = Repair the file at this place. Often a quotation mark, comma or bracket is missing, or there is one too many.

instrument-problem-wrong-type = { $expected ->
    [text] A text
    [number] A whole number
    [list] A list
   *[table] A group of keys
 } belongs here.
instrument-remedy-wrong-type = { $expected ->
    [text] Write a text between quotation marks.
    [number] Write a whole number, without quotation marks.
    [list] Write a list, between square brackets.
   *[table] Write keys and values, between braces.
 }

instrument-problem-unknown-key = The key "{ $key }" means nothing here.
instrument-remedy-unknown-key = { $known ->
    [none] Remove it.
   *[other] Remove it or choose { $known }.
 }

instrument-problem-missing-key = The key "{ $key }" is missing.
instrument-remedy-missing-key = Add "{ $key }".

instrument-problem-empty-text = This text is empty.
instrument-remedy-empty-text = Fill the text in, or remove the key where that is allowed.

instrument-problem-too-long = This text has { $chars } characters.
instrument-remedy-too-long = Make it at most { $max } characters.

instrument-problem-control-character = There is an invisible character ({ $code }) in this text.
instrument-remedy-control-character = Remove that character. Keep the text on one line.

instrument-problem-bad-code = The code "{ $code }" cannot be used here.
instrument-remedy-bad-code = { $rule ->
    [kebab] Use small letters, digits and single hyphens, such as "our-questions".
   *[capital] Use capital letters and digits, a letter first, at most 16 characters, such as "LF1".
 }

instrument-problem-unknown-choice = The choice "{ $choice }" means nothing here.
instrument-remedy-unknown-choice = Choose { $known }.

instrument-problem-duplicate = "{ $code }" stands there twice.
instrument-remedy-duplicate = Give one of the two another code, or remove one.

instrument-problem-missing-language = The words in { $language ->
    [en] English
   *[nl] Dutch
 } are missing here.
instrument-remedy-missing-language = Add "{ $language }", or remove "{ $language }" from "languages".

instrument-problem-extra-language = There are words in { $language ->
    [en] English
   *[nl] Dutch
 } here, but "languages" does not name that language.
instrument-remedy-extra-language = Add "{ $language }" to "languages", or remove these words.

instrument-problem-other-scale = The app cannot draw this scale.
instrument-remedy-other-scale = Use "min" 0, "max" 10 and "step" 1. Other scales are not possible yet.

instrument-problem-out-of-range = This number cannot be used here.
instrument-remedy-out-of-range = Choose a whole number from { $min } to { $max }.

instrument-problem-wrong-count = This list has { $count } entries.
instrument-remedy-wrong-count = Make it { $min } to { $max } entries.

instrument-problem-more = There is more that is wrong.
instrument-remedy-more = Repair what stands above first, then try again.
