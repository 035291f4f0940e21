#!/bin/sh
# Starts Scrutineer. Put it beside scrutineer.jar, with the folder config below it, and call it with a command, e.g.
#   ./scrutineer.sh run
# Settings are read from config/application.yaml in that folder, whichever folder this is called from.
cd "$(dirname "$0")" || exit 2
# Memory of Java itself; the rows have their own (records.memory-limit). Set SCRUTINEER_JAVA_OPTIONS to change it.
options=${SCRUTINEER_JAVA_OPTIONS:--Xmx2g}
# Classes as this Java keeps them, where they were archived (see the guide for IT): commands start in less time. An archive of
# another Java or another scrutineer.jar is not used, and Java says so on standard error.
if [ -f classes.jsa ]; then
  options="-Xlog:disable -Xlog:all=warning:stderr -XX:SharedArchiveFile=classes.jsa $options"
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" $options -jar scrutineer.jar "$@"
