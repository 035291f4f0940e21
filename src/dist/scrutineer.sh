#!/bin/sh
# Starts Scrutineer. Put it beside scrutineer.jar, with the folder config below it, and call it with a command, e.g.
#   ./scrutineer.sh run
# Settings are read from config/application.yaml in that folder, whichever folder this is called from.
cd "$(dirname "$0")" || exit 2
# Memory of Java itself; the rows have their own (records.memory-limit). Set SCRUTINEER_JAVA_OPTIONS to change it.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${SCRUTINEER_JAVA_OPTIONS:--Xmx2g} -jar scrutineer.jar "$@"
