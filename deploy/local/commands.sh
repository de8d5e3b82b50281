# Shared by the commands of deploy/. Sourced by bash; sets `root` and the functions below.
#
# Everything here works from any working directory, through symbolic links, and without a terminal.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

fail() {
  printf '%s\n' "$1" >&2
  exit "${2:-1}"
}

# Sets `java` to a Java 17 or newer: JAVA_HOME's, else the one on PATH.
find_java() {
  local candidate version seen=
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)"; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    version=$("$candidate" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.specification\.version = //p')
    seen="$seen $candidate is ${version:-unknown};"
    case $version in
      '' | *[!0-9]*) continue ;;
    esac
    if [ "$version" -ge 17 ]; then
      java=$candidate
      return
    fi
  done
  fail "Heard needs a JDK 17 or newer: set JAVA_HOME or PATH.${seen:+ Found:$seen}"
}

# The file that tells when a module was last built.
artefact() {
  case $1 in
    deploy/embedded) echo "$root/$1/target/embedded-1.0.0-SNAPSHOT.jar" ;;
    deploy/local) echo "$root/$1/target/local-1.0.0-SNAPSHOT.jar" ;;
    deploy/benchmarks) echo "$root/$1/target/benchmarks-1.0.0-SNAPSHOT.jar" ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# Succeeds when everything a module's user needs is there.
is_built() {
  [ -f "$(artefact "$1")" ] || return 1
  case $1 in
    deploy/embedded)
      ls "$root/$1"/target/kafka-lib/kafka_*.jar "$root/$1"/target/keycloak-dist/*.zip >/dev/null 2>&1
      ;;
    deploy/local) ls "$root/$1"/target/lib/picocli-*.jar >/dev/null 2>&1 ;;
    deploy/benchmarks) ls "$root/$1"/target/lib/vertx-core-*.jar >/dev/null 2>&1 ;;
  esac
}

# Succeeds when a module is built and nothing it is made of is newer. Folders count too: a deleted
# file leaves its folder newer. Maven does not touch a jar whose content stayed the same, so the
# time of our own last build counts as well.
is_current() {
  local reference stamp="$root/$1/target/.built-by-up"
  is_built "$1" || return 1
  reference=$(artefact "$1")
  [ "$stamp" -nt "$reference" ] && reference=$stamp
  [ -z "$(find "$root/pom.xml" "$root/$1/pom.xml" "$root/$1/src/main" -newer "$reference" -print |
    head -n 1)" ]
}

# build MODULE...: packages these and what they need, telling how it goes.
build() {
  local modules start=$SECONDS said=$SECONDS log="$root/.heard/build.log" started
  modules=$(IFS=,; echo "$*")
  [ -x "$(java_home)/bin/javac" ] || fail "Building needs a JDK; $java has no compiler beside it."
  (umask 077 && mkdir -p "$root/.heard")
  take_build_lock
  started=$(mktemp "$root/.heard/build.XXXXXX")
  echo "Building $modules; the first time this downloads a few hundred MB ..."
  # Tests and formatting are for deploy/verify. In the background, so that a signal reaches us.
  (cd "$root" && JAVA_HOME=$(java_home) exec ./mvnw -B -Dmaven.test.skip=true \
    -Dspotless.check.skip=true package -pl "$modules" -am) >"$log" 2>&1 </dev/null &
  local maven=$!
  trap 'kill -TERM $maven 2>/dev/null; rm -f "$started" "$root/.heard/build.pid"; exit 143' \
    TERM INT HUP
  while kill -0 $maven 2>/dev/null; do
    sleep 1
    if [ $((SECONDS - said)) -ge 10 ]; then
      said=$SECONDS
      echo "  building, $((SECONDS - start)) s: $(sed -n 's/^\[INFO\] Building \(Heard.*\)/\1/p' "$log" |
        tail -n 1)"
    fi
  done
  if ! wait $maven; then
    trap - TERM INT HUP
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
    rm -f "$started" "$root/.heard/build.pid"
    fail "The build failed; all of it is in $log."
  fi
  trap - TERM INT HUP
  local module
  for module in "$@"; do
    touch -r "$started" "$root/$module/target/.built-by-up"
  done
  rm -f "$started" "$root/.heard/build.pid"
  echo "Built in $((SECONDS - start)) s."
}

# build_stale MODULE...: builds those of these that are missing or older than their sources.
build_stale() {
  local module stale=()
  for module in "$@"; do
    is_current "$module" || stale+=("$module")
  done
  # deploy/local carries a copy of deploy/embedded.
  case " ${stale[*]-} " in
    *" deploy/embedded "*)
      case " ${stale[*]} " in *" deploy/local "*) ;; *) stale+=(deploy/local) ;; esac ;;
  esac
  if [ ${#stale[@]} -gt 0 ]; then
    build "${stale[@]}"
  fi
}

# Two builds at once would write the same jars. The lock is a file that holds its owner's process
# id from the first moment, made in one step; one whose owner is gone does not count.
take_build_lock() {
  local lock="$root/.heard/build.pid" mine="$root/.heard/build.pid.$$" holder
  echo $$ >"$mine"
  until ln "$mine" "$lock" 2>/dev/null; do
    holder=$(cat "$lock" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      drop_lock_of "$holder"
    else
      echo "  waiting for another build to end ..."
      sleep 5
    fi
  done
  rm -f "$mine"
}

# Another waiter may have dropped it already and hold one of its own: that is put back.
drop_lock_of() {
  local lock="$root/.heard/build.pid" taken="$root/.heard/build.pid.old.$$"
  mv "$lock" "$taken" 2>/dev/null || return 0
  [ "$(cat "$taken")" = "$1" ] || ln "$taken" "$lock" 2>/dev/null || true
  rm -f "$taken"
}

java_home() {
  "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# For commands that only talk to a running suite: build what is missing, never what is old.
need_tools() {
  if ! is_built deploy/local; then
    build deploy/embedded deploy/local >&2
  fi
}

# run HEAP COMMAND [ARGUMENT...]: becomes the command's JVM, so that signals reach it.
run() {
  local heap=$1 terminal=false defaults=()
  shift
  [ -t 1 ] && terminal=true
  # Started in the background of a script we would inherit a deaf ear for SIGINT.
  if env --default-signal=INT,TERM true 2>/dev/null; then
    defaults=(env --default-signal=INT,TERM)
  fi
  exec ${defaults[@]+"${defaults[@]}"} "$java" "-Xmx$heap" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    "-Dheard.root=$root" "-Dheard.terminal=$terminal" \
    "-Dheard.kafka.lib=$root/deploy/embedded/target/kafka-lib" \
    "-Dheard.keycloak.dist=$root/deploy/embedded/target/keycloak-dist" \
    -cp "$(artefact deploy/local):$root/deploy/local/target/lib/*" org.heard.local.Main "$@"
}

# run_training CLASS [ARGUMENT...]: becomes a command of analytics-service's training package.
run_training() {
  local class=$1 app="$root/analytics-service/target/quarkus-app"
  shift
  is_current analytics-service || build analytics-service >&2
  exec "$java" -Xmx4g -XX:+UseSerialGC -cp "$app/app/*:$app/lib/main/*" \
    "org.heard.analytics.training.$class" "$@"
}
