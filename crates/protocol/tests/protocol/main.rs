//! The protocol from outside: vectors, properties, the permission table, and the page that describes it all.

mod entries;
mod hostile;
mod intents;
mod logs;
mod page;
mod table;
mod vectors;
mod world;
