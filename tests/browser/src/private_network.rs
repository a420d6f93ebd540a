//! A network of its own for a test: it leads nowhere, and nothing is in it but what the test puts there.
//!
//! Linux gives one to a new process, so the test program starts itself once more for the one test, inside
//! (`unshare --net`). A pair of cables ends in nothing: browsers look for a network that is not the machine itself
//! before they try WebRTC, and what would leave the machine can be counted at the far end.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs, thread};

use crate::visit::target_folder;

const INSIDE: &str = "CARE_CHECK_PRIVATE_NETWORK";

/// The machine's own address in there, besides 127.0.0.1.
pub const ADDRESS: &str = "192.0.2.1";

/// Names are asked of this machine only; no helper of the system's own answers them.
const RESOLVER: &str = "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n";
const SWITCH: &str = "hosts: files dns\n";

/// The cable does without IPv6, in which every device would send packets of its own accord.
const SET_UP: &str = "set -e
    ip link set lo up
    echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6
    ip link add near type veth peer name far
    ip address add $1/24 dev near
    ip link set near up
    ip link set far up
    ip route add default via 192.0.2.254
    mount --bind $2/resolv.conf /etc/resolv.conf
    mount --bind $2/nsswitch.conf /etc/nsswitch.conf
    shift 2
    exec \"$@\"";

const NEEDED: &str = "a network of its own needs Linux with network namespaces, made by root or by anybody \
    (`sysctl kernel.unprivileged_userns_clone=1`), and the programs `unshare`, `mount` and `ip` (Debian: util-linux, \
    mount, iproute2)";

/// Runs the rest of the present test in a network of its own.
#[track_caller]
pub fn inside(test: impl FnOnce()) {
    if env::var_os(INSIDE).is_some() {
        return test();
    }
    let name = thread::current().name().map(str::to_owned).expect("tests have names");
    let program = env::current_exe().expect("the test program");
    let mut command = Command::new("unshare");
    command.args(["--net", "--mount"]);
    if !is_root() {
        command.args(["--user", "--map-root-user"]);
    }
    command.args(["sh", "-c", SET_UP, "private-network", ADDRESS]).arg(settings());
    command.arg(program).args(["--exact", &name, "--nocapture", "--test-threads=1"]);
    let output = command.env(INSIDE, "yes").stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("cannot start `unshare` ({error}); {NEEDED}"));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (told, complained) = (said(&output.stdout), said(&output.stderr));
    assert!(told.contains("running 1 test"), "{complained}\n{NEEDED}");
    assert!(output.status.success(), "{told}\n{complained}");
}

/// How many packets tried to leave the machine so far, to whatever place.
#[track_caller]
pub fn packets_that_left() -> u64 {
    // Not /sys, which shows the network of whoever mounted it.
    let devices = fs::read_to_string("/proc/net/dev").expect("a list of the network's devices");
    let line = devices.lines().find_map(|line| line.trim().strip_prefix("far:")).expect("the far end of the cable");
    line.split_whitespace().nth(1).and_then(|packets| packets.parse().ok()).expect("a number of packets")
}

fn settings() -> PathBuf {
    let folder = target_folder().join("private-network");
    fs::create_dir_all(&folder).expect("a folder for the network's settings");
    for (name, text) in [("resolv.conf", RESOLVER), ("nsswitch.conf", SWITCH)] {
        fs::write(folder.join(name), text).expect("the network's settings");
    }
    folder
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
