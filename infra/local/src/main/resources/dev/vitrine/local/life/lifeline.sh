# Watches the pipe from the local cloud: "add PID SIGNAL" and "del PID" lines.
# The end of the pipe means that the local cloud is gone, however it went: whatever is still listed is stopped.
# $1: tenths of a second that a process may take to stop before it is killed.
trap '' INT TERM HUP
listed=" "

# The whole group where the process leads one, so that its children go too; else the process alone.
signal() {
  kill -s "$1" -- "-$2" 2>/dev/null || kill -s "$1" "$2" 2>/dev/null
}

# A dead process that nobody has collected yet still answers kill -0.
running() {
  kill -0 "$1" 2>/dev/null || return 1
  case "$(ps -o stat= -p "$1" 2>/dev/null)" in Z*) return 1 ;; esac
}

while read -r verb pid how; do
  case "$verb" in
    add) listed="$listed$pid:$how " ;;
    del)
      kept=" "
      for entry in $listed; do
        [ "${entry%%:*}" = "$pid" ] || kept="$kept$entry "
      done
      listed="$kept"
      ;;
  esac
done

for entry in $listed; do signal "${entry#*:}" "${entry%%:*}"; done
tenths=0
while [ "$tenths" -lt "$1" ]; do
  left=""
  for entry in $listed; do running "${entry%%:*}" && left=yes; done
  [ -n "$left" ] || break
  sleep 0.1
  tenths=$((tenths + 1))
done
for entry in $listed; do
  running "${entry%%:*}" && signal KILL "${entry%%:*}"
done
exit 0
