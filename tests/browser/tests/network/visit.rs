//! A whole visit, with collectors wherever something could arrive.

use std::thread;
use std::time::Duration;

use browser_tests::collectors::{Collectors, Kind};
use browser_tests::session::wait;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, private_network, server};
use serde_json::json;

in_every_browser![a_whole_visit_sends_nothing, each_collector_collects];

/// Longer than any collector took to notice anything.
const QUIET: Duration = Duration::from_secs(3);

fn a_whole_visit_sends_nothing(browser: Browser) {
    private_network::inside(|| {
        let collectors = Collectors::start();
        let visit = Visit::on_host(browser, Setup::default(), "recorder");
        visit.expect(Shown::Start);
        visit.let_it_settle();
        wait("the browser's own affairs to be over", || is_quiet(&collectors));
        let (names, packets, requests) =
            (collectors.arrived().len(), private_network::packets_that_left(), server::requests());
        visit.press("#other");
        visit.answer_everything(&cases::most_severe());
        visit.suggestion();
        visit.clear();
        visit.expect(Shown::Start);
        // What is sent when a page goes.
        visit.host().go(&server::elsewhere());
        wait("nothing more to come", || is_quiet(&collectors));

        let asked: Vec<String> = collectors.arrived()[names..].iter().map(|arrival| arrival.at_door.clone()).collect();
        assert!(asked.is_empty(), "{browser:?} asked for the names {asked:?}");
        assert_eq!(private_network::packets_that_left(), packets, "{browser:?}: packets left the machine");
        let mut asked = server::requests();
        asked.drain(..requests.len());
        // The last page was the test's own wish.
        asked.retain(|request| request != "GET /elsewhere" && request != "GET /favicon.ico");
        assert!(asked.is_empty(), "{browser:?} asked the page's server for {asked:?}");

        // Before the visit, it asked for the page and what belongs to it, and told the server nothing.
        let mut asked = requests;
        asked.retain(|request| request != "GET /favicon.ico");
        asked.sort_unstable();
        let (host, recorder) = ("GET /hosts/recorder.html", "GET /hosts/recorder.js");
        assert_eq!(asked, ["GET /care-check.html", "GET /embed.js", host, recorder]);
    });
}

/// Without this, the silence of the collectors would say nothing.
fn each_collector_collects(browser: Browser) {
    private_network::inside(|| {
        let collectors = Collectors::start();
        let visit = Visit::on_host(browser, Setup::default(), "recorder");
        visit.expect(Shown::Start);
        let door = collectors.door("door");
        let packets = private_network::packets_that_left();
        let send = "const [door, done] = arguments;
            fetch(`http://control.out.test:${door}/answer`, { mode: 'no-cors' });
            fetch('http://198.51.100.1/answer', { mode: 'no-cors' });
            fetch('/answer');
            if (!window.RTCPeerConnection) return done(false);
            const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:192.0.2.1:${door}` }] });
            connection.createDataChannel('answer');
            connection.setLocalDescription();
            window.kept = connection;
            done(true)";
        // Debian builds WebKitGTK without WebRTC.
        let has_webrtc = browser != Browser::WebKit;
        assert_eq!(visit.host().script_later(send, json!([door])), has_webrtc, "WebRTC in {browser:?}");
        let came = |kind: Kind, at_door: &str| {
            collectors.arrived().iter().any(|arrival| arrival.kind == kind && arrival.at_door == at_door)
        };
        wait("the look-up", || came(Kind::LookUp, "control.out.test"));
        wait("the request", || came(Kind::Request, "door"));
        wait("the packet", || !has_webrtc || came(Kind::Packet, "door"));
        wait("the request at the page's server", || server::requests().contains(&"GET /answer".to_owned()));
        wait("a packet that leaves the machine", || private_network::packets_that_left() > packets);
    });
}

/// Nothing new has come for a while.
fn is_quiet(collectors: &Collectors) -> bool {
    let (names, packets) = (collectors.arrived().len(), private_network::packets_that_left());
    thread::sleep(QUIET);
    collectors.arrived().len() == names && private_network::packets_that_left() == packets
}
