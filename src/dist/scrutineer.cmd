@echo off
rem Starts Scrutineer on Windows. Put it beside scrutineer.jar, with the folder config below it; e.g.  scrutineer.cmd run
cd /d "%~dp0"
if not defined SCRUTINEER_JAVA_OPTIONS set SCRUTINEER_JAVA_OPTIONS=-Xmx2g
rem Classes as this Java keeps them, where they were archived (see the guide for IT): commands start in less time.
set SCRUTINEER_CLASSES=
if exist classes.jsa set SCRUTINEER_CLASSES=-Xlog:disable -Xlog:all=warning:stderr -XX:SharedArchiveFile=classes.jsa
java %SCRUTINEER_CLASSES% %SCRUTINEER_JAVA_OPTIONS% -jar scrutineer.jar %*
exit /b %ERRORLEVEL%
