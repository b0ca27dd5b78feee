//! The page for other programs says what can be asked: all of it, and nothing else.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{client::try_ask, world::Running};

/// Method and address of every route that the router is given.
fn routes() -> BTreeSet<(String, String)> {
    let code = include_str!("../../src/http.rs");
    let mut routes = BTreeSet::new();
    for line in code.lines().filter_map(|line| line.trim().strip_prefix(".route(\"")) {
        let (path, handlers) = line.split_once('"').expect("an address ends");
        for method in ["get", "put", "post", "delete", "patch", "head", "options", "any"] {
            if handlers.contains(&format!(" {method}(")) || handlers.contains(&format!(".{method}(")) {
                routes.insert((method.to_owned(), path.to_owned()));
            }
        }
    }
    routes
}

#[test]
fn every_route_is_on_the_page_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let answer = try_ask(relay.at, "GET", "/openapi.json", "", b"").expect("an answer");
    let page: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let paths = page["paths"].as_object().expect("addresses");
    let said: BTreeSet<_> = paths
        .iter()
        .flat_map(|(path, item)| item.as_object().expect("methods").keys().map(|method| (method.clone(), path.clone())))
        .collect();
    assert!(said.len() > 15, "the routes were found: {said:?}");
    assert_eq!(said, routes(), "the page says what the router has");
    for (method, path) in said {
        let id = path.replace("{scope}", &"ab".repeat(16)).replace("{id}", &"ab".repeat(16));
        let path = id.replace("{space}", &"ab".repeat(32)).replace("{hash}", &"ab".repeat(32));
        let answer = try_ask(relay.at, &method.to_uppercase(), &path, "", b"").expect("an answer");
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(answer.status != 405 && !body.contains("nothing at this address"), "{method} {path} is there: {body}");
    }
    relay.stop();
}
