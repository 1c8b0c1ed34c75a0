#!/usr/bin/env bash
# Starts one process of a Flink cluster from Twinline's own library folder, in the foreground:
#
#   flink.sh jobmanager [-D key=value …]
#   flink.sh taskmanager [-D key=value …]
#
#   FLINK_CONF_DIR       folder with config.yaml, default: the folder of this script
#   TWINLINE_CLASSPATH   class path of the cluster, default: launcher/target/twinline/lib/*
#   JAVA_HOME            the Java to use, else java on the PATH
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
conf=${FLINK_CONF_DIR:-$here}
classpath=${TWINLINE_CLASSPATH:-$here/../../launcher/target/twinline/lib/*}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
role=${1:-}
shift || true

opens=()
for package in lang lang.invoke lang.reflect io net nio text time util util.concurrent \
  util.concurrent.atomic util.concurrent.locks; do
  opens+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
done
opens+=(--add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-exports=java.base/sun.net.util=ALL-UNNAMED
  --add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED
  --add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED)
common=(-Dfile.encoding=UTF-8 -Dai.djl.offline=true -Dlog4j2.disable.jmx=true
  -Dorg.slf4j.simpleLogger.defaultLogLevel="${TWINLINE_LOG_LEVEL:-warn}"
  -Dorg.slf4j.simpleLogger.showDateTime=true)

# What Flink's own scripts ask: the JVM's options in the first line, the resolved sizes in the second.
sizes() {
  "$java" "${common[@]}" -cp "$classpath" org.apache.flink.runtime.util.bash.BashJavaUtils "$1" \
    --configDir "$conf" "${@:2}" | sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p'
}

case $role in
  jobmanager)
    sizes=$(sizes GET_JM_RESOURCE_PARAMS "$@")
    main=org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint
    ;;
  taskmanager)
    sizes=$(sizes GET_TM_RESOURCE_PARAMS "$@")
    main=org.apache.flink.runtime.taskexecutor.TaskManagerRunner
    ;;
  *)
    sed -n 's/^#   flink.sh/usage: flink.sh/p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
[ -n "$sizes" ] || { echo "error: cannot read the memory sizes of $conf/config.yaml" >&2; exit 2; }
jvm=$(sed -n 1p <<<"$sizes")
dynamic=$(sed -n 2p <<<"$sizes")

# shellcheck disable=SC2086
exec "$java" $jvm -XX:+UseG1GC "${opens[@]}" "${common[@]}" -cp "$classpath" "$main" \
  --configDir "$conf" $dynamic "$@"
