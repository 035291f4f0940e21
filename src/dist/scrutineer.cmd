@echo off
rem Starts Scrutineer on Windows. Put it beside scrutineer.jar, with the folder config below it; e.g.  scrutineer.cmd run
cd /d "%~dp0"
if not defined SCRUTINEER_JAVA_OPTIONS set SCRUTINEER_JAVA_OPTIONS=-Xmx2g
java %SCRUTINEER_JAVA_OPTIONS% -jar scrutineer.jar %*
exit /b %ERRORLEVEL%
