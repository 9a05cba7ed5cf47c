@echo off
rem The command line of PixelAnon, on the jars that the workbench brings along. Needs Java 17 or later.
setlocal enabledelayedexpansion
set "ext=%~dp0..\pixelanon\modules\ext\org.pixelanon.engine"
set "jars="
for /r "%ext%" %%j in (*.jar) do set "jars=!jars!;%%j"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" "-Dpixelanon.extensions=%~dp0..\extensions" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED %PIXELANON_JAVA_OPTS% -cp "%jars:~1%" org.pixelanon.cli.Main %*
