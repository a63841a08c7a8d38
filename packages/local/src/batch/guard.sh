#!/bin/sh
# Runs "$@" as the leader of its process group and takes the group down once standard input ends, which is when the
# host is gone, however it went. A shell and not Node, so that it costs next to nothing.
exec 3<&0
# A signal to the group is for the job; the guard leaves when the job has, with its exit code.
trap : TERM INT HUP
"$@" </dev/null 3<&- &
job=$!
(
  trap '' TERM INT HUP
  while read -r _; do :; done
  kill -s KILL 0
) <&3 >/dev/null 2>&1 &
exec 3<&-
wait "$job"
code=$?
# A trapped signal ends `wait` early.
while kill -0 "$job" 2>/dev/null; do
  wait "$job"
  code=$?
done
exit "$code"
