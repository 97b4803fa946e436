#!/bin/sh
# Answers assay with names, by shell and awk alone: the protocol is described in README.md beside this file.
# It gives strings without offsets; assay finds them in the text.

# One answer for one line {"id":"…","text":"…" …}. What is escaped in the text is no part of a name here.
answer='{
  match($0, /^{"id":"([^"\\]|\\.)*"/)
  id = substr($0, 7, RLENGTH - 6)
  rest = substr($0, RLENGTH + 1)
  match(rest, /^,"text":"([^"\\]|\\.)*"/)
  rest = " " substr(rest, 10, RLENGTH - 10)
  gsub(/\\u[0-9a-f][0-9a-f][0-9a-f][0-9a-f]|\\./, "  ", rest)
  while (match(rest, /[ (][A-Z][a-z]+( [A-Z][a-z]+)+/)) {
    surface = substr(rest, RSTART + 1, RLENGTH - 1)
    rest = substr(rest, RSTART + RLENGTH)
    # A name that goes on with a letter unknown here was cut.
    if (rest !~ /^($|[ .,;:!?)-])/) continue
    mentions = mentions (mentions == "" ? "" : ",") "{\"surface\":\"" surface "\",\"type\":\"PERSON\"}"
  }
  print "{\"id\":" id ",\"mentions\":[" mentions "]}"
}'

echo '{"protocol":1,"name":"client.sh","version":"1","tasks":["entities"]}' >&3
answers=0
# Line by line, and an awk for each: some would wait for more input before they answer.
while IFS= read -r line; do
  printf '%s\n' "$line" | awk "$answer" >&3
  answers=$((answers + 1))
done
echo "{\"end\":true,\"answers\":$answers}" >&3
