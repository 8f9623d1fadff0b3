#!/bin/sh
# The scripts of `xuewei slurm` under a real Slurm: a node and a controller of our own, on this machine's loopback, under a
# configuration, a munge key and folders that this test makes, ended by their own process ids. One task is killed in the
# middle and submitted again; the merged result is, to the byte, that of a single run. $1: a folder to work in.
set -u
for tool in slurmctld slurmd munged sbatch squeue scancel sinfo; do
    PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || {
        echo "skipped: no $tool here (Debian: slurmctld slurmd slurm-client munge)"
        exit 77
    }
done
PATH=$PATH:/usr/sbin
program=$XUEWEI_PROGRAM
ground=$1/slurm
failed=0
user=$(id -un)
munge=
slurmctld=
slurmd=

complain() {
    echo "FAILED: $*"
    failed=1
}

# What the daemons and jobs said, where the test has failed.
tell() {
    for log in "$ground"/*.log "$ground"/output/many.shards/*.log; do
        [ ! -f "$log" ] || { echo "== $log" && tail -n 15 "$log"; }
    done
}

give_up() {
    complain "$*"
    tell
    exit 1
}

# wait_for SECONDS COMMAND...: until it succeeds; false where the time is over.
wait_for() {
    rounds=$(($1 * 5))
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ $rounds -gt 0 ] || return 1
        rounds=$((rounds - 1))
        sleep 0.2
    done
}

has_ended() {
    ! kill -0 "$1" 2>/dev/null
}

nothing_queued() {
    [ -z "$(squeue --noheader)" ]
}

# Jobs first, since these are children of no daemon of ours; then the daemons, by the ids with which they were started.
stop() {
    trap '' INT TERM
    if [ -n "$slurmctld" ]; then
        timeout 10 scancel --full --signal=KILL --state=RUNNING --quiet --user="$user" 2>/dev/null
        timeout 10 scancel --quiet --user="$user" 2>/dev/null
        wait_for 15 nothing_queued
    fi
    for daemon in $slurmd $slurmctld $munge; do
        kill "$daemon" 2>/dev/null
        wait_for 10 has_ended "$daemon" || kill -KILL "$daemon" 2>/dev/null
        wait "$daemon" 2>/dev/null
    done
    [ -z "$sockets" ] || rm -rf "$sockets"
    cd / && rm -rf "$ground"
}
sockets=
trap stop EXIT
trap 'exit 1' INT TERM

rm -rf "$ground"
mkdir -p "$ground/state" "$ground/spool" && cd "$ground" || exit 99

# A socket's path is limited to 107 bytes.
socket=$ground/munge.socket
if [ "$(printf %s "$socket" | wc -c)" -gt 100 ]; then
    sockets=$(mktemp -d "${TMPDIR:-/tmp}/xuewei-munge-XXXXXX") || exit 99
    socket=$sockets/munge.socket
fi
umask 077
head -c 128 /dev/urandom >munge.key
umask 022
munged --foreground --force --key-file="$ground/munge.key" --socket="$socket" --pid-file="$ground/munged.pid" \
    --log-file="$ground/munged-own.log" --seed-file="$ground/munged.seed" --num-threads=2 >munged.log 2>&1 &
munge=$!

# Two ports that nobody listens at, as the kernel tells.
is_free() {
    ! awk -v port="$(printf ':%04X' "$1")" '$2 ~ port "$" { found = 1 } END { exit !found }' /proc/net/tcp /proc/net/tcp6
}
port=$((20000 + $$ % 20000))
until is_free $port && is_free $((port + 1)); do
    port=$((port + 2))
done

processors=$(nproc)
cat >slurm.conf <<END
ClusterName=xuewei
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$socket
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$ground/state
SlurmdSpoolDir=$ground/spool
SlurmctldPidFile=$ground/slurmctld.pid
SlurmdPidFile=$ground/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
JobCompType=jobcomp/none
MpiDefault=none
ReturnToService=2
KillWait=2
SchedulerParameters=sched_interval=1,bf_interval=1
NodeName=localhost NodeAddr=127.0.0.1 NodeHostname=$(hostname -s) CPUs=$processors Boards=1 SocketsPerBoard=1 CoresPerSocket=$processors ThreadsPerCore=1 RealMemory=500 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=10 State=UP
END
printf 'CgroupPlugin=cgroup/v1\nCgroupMountpoint=%s\nCgroupAutomount=no\n' "$ground/cgroup" >cgroup.conf
export SLURM_CONF="$ground/slurm.conf"

wait_for 10 test -S "$socket" || give_up "munged does not start"
slurmctld -D -f "$SLURM_CONF" >slurmctld.log 2>&1 &
slurmctld=$!
slurmd -D -f "$SLURM_CONF" >slurmd.log 2>&1 &
slurmd=$!
is_idle() {
    sinfo --noheader --format=%T | grep -q '^idle'
}
wait_for 30 is_idle || give_up "the node does not become idle: $(sinfo 2>&1)"

# The district's births and migration, both doubtful.
cat >many.yaml <<END
format: 1
extends: $XUEWEI_SOURCE/scenarios/baseline.yaml
title: {zh: 多次抽取, en: Many draws}
horizon: {first: 2020, last: 2030}
uncertainty:
  draws: 20000
  seed: 7
  inputs:
    - parameter: fertility.multiplier
      times: {distribution: lognormal, median: 1, sd: 0.1}
      autocorrelation: 0.9
      source: Made up for this test.
    - parameter: migration.added
      add: {distribution: normal, mean: 0, sd: 1000}
      source: Made up for this test.
END
"$program" run many.yaml --lang en --output output/alone >alone.out 2>alone.err || give_up "a single run: $(cat alone.err)"

# How the nodes reach the program. Where the file `hold` is, part 2 is stopped while it is being written, and waits to be
# killed; where it was too fast for that, it is run once more.
cat >xuewei-on-node <<END
#!/bin/sh
[ -f hold ] && [ "\${SLURM_ARRAY_TASK_ID:-}" = 2 ] || exec "$program" "\$@"
part=output/many.shards/shard-2-of-4
is_being_written() {
    set -- \$part.bin.?*
    [ -e "\$1" ]
}
while :; do
    rm -f \$part.*
    "$program" "\$@" &
    until is_being_written || [ -e \$part.done ]; do :; done
    kill -STOP \$!
    sleep 0.1
    if is_being_written && [ ! -e \$part.done ]; then
        echo \$! >held
        wait
    fi
    kill -KILL \$!
done
END
chmod +x xuewei-on-node
: >hold
"$program" slurm many.yaml --lang en --tasks 4 --output output/many --program ./xuewei-on-node >said 2>&1 ||
    give_up "xuewei slurm: $(cat said)"
grep -q "^to submit: sh 'output/many.shards/submit.sh'\$" said || complain "how to submit: $(cat said)"
if grep -nF "$ground" output/many.shards/*.sh; then
    complain 'a path of this machine in a script'
fi

is_held() {
    [ -f held ]
}
others_are_done() {
    for part in 1 3 4; do
        [ -f output/many.shards/shard-$part-of-4.done ] || return 1
    done
}
sh output/many.shards/submit.sh >submitted 2>&1 || give_up "submitting: $(cat submitted)"
parts=$(sed 's/.*parts \([0-9]*\),.*/\1/' submitted)
wait_for 60 is_held || give_up "part 2 does not begin: $(squeue)"
wait_for 60 others_are_done || give_up "the other parts are not done: $(squeue)"
scancel --full --signal=KILL "${parts}_2" || complain 'part 2 could not be killed'
wait_for 60 nothing_queued || give_up "jobs that do not end: $(squeue)"
[ ! -e output/many.shards/shard-2-of-4.bin ] && [ ! -e output/many.shards/shard-2-of-4.done ] &&
    ls output/many.shards/shard-2-of-4.bin.?* >/dev/null ||
    complain "part 2 was not killed while it was written: $(ls -la output/many.shards)"
[ ! -e output/many ] || complain 'a result although a part was killed'
"$program" merge many.yaml --lang en --output output/many --shards 4 >said 2>&1
[ $? -eq 65 ] || complain "merging without part 2: $(head -n 5 said)"
grep -q '^output/many.shards/shard-2-of-4.bin: this part is missing$' said || complain "which is missing: $(cat said)"
grep -q 'parts to be run again, of 4: 2;' said || complain "what is to be done: $(cat said)"

# The killed one again, as the message says, and the merge behind it.
rm -f hold held
sh output/many.shards/submit.sh 2 >submitted 2>&1 || give_up "submitting again: $(cat submitted)"
wait_for 60 nothing_queued || give_up "jobs that do not end: $(squeue)"
diff -r output/alone output/many >differences 2>&1 ||
    complain "no result, or another one than a single run's: $(head -n 20 differences)"

# What the merge printed is what a single run prints, but for the folder's name.
sed 's,output/many,output/alone,g' output/many.shards/merge.log >merged.out
cat alone.err alone.out | diff - merged.out >/dev/null || complain 'the merge printed something else than a single run'
[ $failed -eq 0 ] || tell
exit $failed
