#!/usr/bin/env bash
# Fuzzes the P1 parser, the register decoder and the station's Modbus slave with Jazzer, all at once:
# fuzz.sh [SECONDS [keep]], 600 if not given.
# Ends with 0 where there was no finding; a finding is written to target/fuzz. With "keep", inputs that reach more code
# are added to the corpora in src/test/resources, from which every build starts.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-600}
keep=${2:-}
mvn -q -B -f .. -pl meter-mapping -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$PWD/target/fuzz.classpath" -Dmdep.includeScope=test
java=$(for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    grep -qs '^JAVA_VERSION="25[."]' "$home/release" && echo "$home/bin/java" && break
done)
mkdir -p target/fuzz
classes="target/test-classes:target/classes:$(cat target/fuzz.classpath)"

jazzer() {
    "$java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$classes" com.code_intelligence.jazzer.Jazzer "$@"
}

fuzz() {
    local target=$1Target seeds=src/test/resources/plugwright/meter/fuzz/$1FuzzInputs/$2 found=target/fuzz/$1
    mkdir -p "$found"
    jazzer --target_class="plugwright.meter.fuzz.$target" -max_total_time="$seconds" -artifact_prefix="target/fuzz/" \
        -max_len=4096 "$found" "$seeds" >"target/fuzz/$target.log" 2>&1 || return 1
    [ "$keep" != keep ] ||
        jazzer --target_class="plugwright.meter.fuzz.$target" -merge=1 "$seeds" "$found" >>"target/fuzz/$target.log" 2>&1
}

fuzz P1Parser takesAnyBytes &
p1=$!
fuzz Register takesAnyAnswer &
registers=$!
fuzz ModbusSlave takesAnyRequest &
slave=$!
status=0
wait "$p1" || { echo "P1 parser: a finding, see target/fuzz/P1ParserTarget.log"; status=1; }
wait "$registers" || { echo "Register decoder: a finding, see target/fuzz/RegisterTarget.log"; status=1; }
wait "$slave" || { echo "Modbus slave: a finding, see target/fuzz/ModbusSlaveTarget.log"; status=1; }
grep -h "DONE" target/fuzz/*.log || true
exit $status
