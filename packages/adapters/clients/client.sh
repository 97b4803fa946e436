#!/bin/sh
# Answers assay with names, by awk alone: the protocol is described in README.md beside this file.
# It gives strings without offsets; assay finds them in the text.
exec awk '
function reply(message) { print message; fflush() }

BEGIN { reply("{\"protocol\":1,\"name\":\"client.sh\",\"version\":\"1\",\"tasks\":[\"entities\"]}") }

{
  # A line begins {"id":"…","text":"…". What is escaped in the text is no part of a name here.
  match($0, /^{"id":"([^"\\]|\\.)*"/)
  id = substr($0, 7, RLENGTH - 6)
  match(substr($0, RLENGTH + 1), /^,"text":"([^"\\]|\\.)*"/)
  text = substr($0, 7 + length(id) + 9, RLENGTH - 10)
  gsub(/\\u[0-9a-f][0-9a-f][0-9a-f][0-9a-f]|\\./, "  ", text)

  mentions = ""
  rest = " " text
  while (match(rest, /[ (][A-Z][a-z]+( [A-Z][a-z]+)+/)) {
    surface = substr(rest, RSTART + 1, RLENGTH - 1)
    mentions = mentions (mentions == "" ? "" : ",") "{\"surface\":\"" surface "\",\"type\":\"PERSON\"}"
    rest = substr(rest, RSTART + RLENGTH)
  }
  reply("{\"id\":" id ",\"mentions\":[" mentions "]}")
}

END { reply("{\"end\":true,\"answers\":" NR "}") }
' >&3
