/**
 * Enters the namespaces, by util-linux alone. `$1` is the new root, `$2` the mounts as a table, `$3` a user id or empty,
 * `$4` the processor list, `$5` the rlimits, `$6` cgroups to join, then the program.
 *
 * Root mounts what only root may look into and then becomes that user, so that from there on both go the same way: a
 * user namespace of an ordinary user, in which nothing of the machine belongs to root.
 */
export const ENTER = `set -eu
root=$1 table=$2 user=$3 cpus=$4 limits=$5 cgroups=$6
shift 6
for cgroup in $cgroups; do echo 0 > "$cgroup/cgroup.procs"; done
export root table user cpus limits
own="unshare --user --map-root-user --mount --pid --fork --kill-child --net --ipc --uts --"
if [ -z "$user" ]; then exec $own /bin/sh -c "$INIT" init "$@"; fi
exec unshare --mount --propagation private -- /bin/sh -c "$AS_ROOT" enter "$@"
`;

/** Mounted by root, and locked to whoever comes after. */
export const AS_ROOT = `set -eu
mount --all --fstab "$table"
cd "$root"
exec setpriv --reuid "$user" --regid "$user" --clear-groups --inh-caps=-all --bounding-set=-all --pdeathsig KILL -- \\
  unshare --user --map-root-user --mount --pid --fork --kill-child --net --ipc --uts -- /bin/sh -c "$INIT" init "$@"
`;

/**
 * The first process of the sandbox: with it everything in it ends. It keeps the rights that it has in its namespaces;
 * what it starts has none, can't get any, and can't make namespaces of its own.
 */
export const INIT = `set -eu
if [ -z "$user" ]; then mount --all --fstab "$table"; cd "$root"; fi
mount -c -t proc -o nosuid,nodev,noexec proc ./proc
for limit in /proc/sys/user/max_*_namespaces; do echo 0 > "$limit"; done
# A copy of the mount can be the root, which the mount itself, locked by root, can't.
mount -c --rbind . /tmp
cd /tmp
pivot_root . .
umount -l .
cd /work
setsid nice -n 5 taskset --cpu-list "$cpus" prlimit $limits \\
  setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all "$@" 4>&- &
program=$!
echo ready >&4
exec 3>&- 4>&- >/dev/null 2>&1
set +e
wait "$program"
exit $?
`;
