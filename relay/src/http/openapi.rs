//! `/openapi.json`: what can be asked, in the form that other programs read. What the bytes say is in `docs/protocol.md`.

use std::sync::LazyLock;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use utoipa::openapi::{
    ContentBuilder, HttpMethod, InfoBuilder, ObjectBuilder, OpenApi, OpenApiBuilder, PathsBuilder, Required,
    ResponseBuilder, ResponsesBuilder, SchemaFormat, Type,
    path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
    request_body::RequestBodyBuilder,
    schema::KnownFormat,
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
};

use super::problem::PROBLEM;

const BYTES: &str = "application/octet-stream";
const TEXT: &str = "text/plain";

/// What can be asked: method, address, what it is for, the body that is sent, what is answered, and of which media type.
type Asked = (HttpMethod, &'static str, &'static str, Option<&'static str>, &'static str, &'static str);

/// Everything that can be asked. A test holds it against the router.
const ALL: [Asked; 18] = [
    (
        HttpMethod::Post,
        "/v1/spaces/{space}/entries",
        "Uploads entries",
        Some("Upload"),
        "Uploaded, after it is on disk",
        BYTES,
    ),
    (
        HttpMethod::Get,
        "/v1/spaces/{space}/log",
        "The next records and entries, waited for if asked",
        None,
        "LogPage",
        BYTES,
    ),
    (
        HttpMethod::Get,
        "/v1/spaces/{space}/events",
        "The newest cursor, whenever something changed",
        None,
        "Server-sent events",
        "text/event-stream",
    ),
    (
        HttpMethod::Post,
        "/v1/spaces/{space}/membership",
        "The next record of the membership log; the first makes the space",
        Some("Append"),
        "Appended",
        BYTES,
    ),
    (
        HttpMethod::Post,
        "/v1/spaces/{space}/scopes/{scope}/sharing",
        "The next record of a sharing log",
        Some("Append"),
        "Appended",
        BYTES,
    ),
    (HttpMethod::Put, "/v1/spaces/{space}/boxes/{hash}", "Puts a key box", Some("The box"), "Nothing", BYTES),
    (HttpMethod::Get, "/v1/spaces/{space}/boxes/{hash}", "Gives a key box", None, "The box", BYTES),
    (
        HttpMethod::Delete,
        "/v1/spaces/{space}/boxes/{hash}",
        "Deletes a box that came with a farewell",
        None,
        "Nothing",
        BYTES,
    ),
    (HttpMethod::Post, "/v1/spaces/{space}/pins", "Where devices stand", Some("PinsRequest"), "Pins", BYTES),
    (HttpMethod::Post, "/v1/spaces/{space}/have", "What is lacking here", Some("Have"), "Missing", BYTES),
    (
        HttpMethod::Post,
        "/v1/spaces/{space}/restore",
        "What was signed before the relay was restored",
        Some("Restore"),
        "Restored",
        BYTES,
    ),
    (HttpMethod::Post, "/v1/spaces/{space}/challenge", "Asks for a challenge", None, "Challenge", BYTES),
    (HttpMethod::Post, "/v1/spaces/{space}/token", "Answers a challenge", Some("TokenRequest"), "Token", BYTES),
    (HttpMethod::Post, "/v1/rendezvous/{id}", "Puts a message into a mailbox", Some("Any bytes"), "Nothing", BYTES),
    (HttpMethod::Get, "/v1/rendezvous/{id}", "A message of a mailbox", None, "The message", BYTES),
    (HttpMethod::Get, "/healthz", "Whether the relay answers", None, "ok", TEXT),
    (HttpMethod::Get, "/metrics", "Counts and times, without ids", None, "Prometheus text", TEXT),
    (HttpMethod::Get, "/openapi.json", "This page", None, "OpenAPI", "application/json"),
];

/// What devices that are in a space may ask, with their token.
fn needs_token(path: &str) -> bool {
    path.starts_with("/v1/spaces/") && !path.ends_with("/challenge") && !path.ends_with("/token")
}

/// What stands in an address: ids, and what a `GET` carries.
fn parameters(path: &str) -> Vec<Parameter> {
    let ids = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(|name| {
        let digits = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^([0-9a-f]{32}){1,2}$"));
        (name, ParameterIn::Path, "In lower-case hexadecimal digits", digits)
    });
    let words = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^([0-9a-f]{2})*$"));
    let number = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0));
    let query = match path {
        "/v1/spaces/{space}/log" => {
            Some(("request", ParameterIn::Query, "A LogRequest in lower-case hexadecimal digits", words))
        }
        "/v1/rendezvous/{id}" => Some(("n", ParameterIn::Query, "The number of the message; 0 begins a try", number)),
        _ => None,
    };
    let build = |(name, place, about, schema): (&str, _, _, ObjectBuilder)| {
        let parameter = ParameterBuilder::new().name(name).parameter_in(place).required(Required::True);
        parameter.description(Some(about)).schema(Some(schema)).build()
    };
    ids.chain(query).map(build).collect()
}

fn operation((_, path, summary, body, answer, media): &Asked) -> Operation {
    let bytes =
        || ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)));
    let content = |media: &str| (media.to_owned(), ContentBuilder::new().schema(Some(bytes())).build());
    let (name, answered) = content(media);
    let problem = ObjectBuilder::new()
        .property("title", ObjectBuilder::new().schema_type(Type::String))
        .property("status", ObjectBuilder::new().schema_type(Type::Integer))
        .property("detail", ObjectBuilder::new().schema_type(Type::String));
    let problem = ContentBuilder::new().schema(Some(problem)).build();
    let status = if *answer == "Nothing" { "204" } else { "200" };
    let mut fine = ResponseBuilder::new().description(*answer);
    if status == "200" {
        fine = fine.content(name, answered);
    }
    let wrong = ResponseBuilder::new().description("A problem, with a plain sentence").content(PROBLEM, problem);
    let responses = ResponsesBuilder::new().response(status, fine).response("default", wrong).build();
    let body = body.map(|about| {
        let (name, sent) = content(BYTES);
        RequestBodyBuilder::new().description(Some(about)).content(name, sent).required(Some(Required::True)).build()
    });
    let mut operation = OperationBuilder::new().summary(Some(*summary)).request_body(body).responses(responses);
    for parameter in parameters(path) {
        operation = operation.parameter(parameter);
    }
    if needs_token(path) {
        operation = operation.security(SecurityRequirement::new::<_, [&str; 0], &str>("token", []));
    }
    operation.build()
}

fn document() -> OpenApi {
    let mut paths = PathsBuilder::new();
    for asked in &ALL {
        let item = utoipa::openapi::PathItem::new(asked.0.clone(), operation(asked));
        paths = paths.path(asked.1, item);
    }
    let about = "Takes, keeps and hands out signed and sealed bytes that it cannot read. docs/protocol.md says what is in them.";
    let info = InfoBuilder::new().title("Wijkweb relay").version(env!("CARGO_PKG_VERSION")).description(Some(about));
    let token = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    let components = utoipa::openapi::ComponentsBuilder::new().security_scheme("token", token);
    OpenApiBuilder::new().info(info).paths(paths).components(Some(components.build())).build()
}

pub(super) async fn text() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}
