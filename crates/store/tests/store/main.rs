//! The store from outside: real files, real faults.

#[cfg(test)]
mod access;
#[cfg(test)]
mod anew;
#[cfg(test)]
mod came_back;
#[cfg(test)]
mod child;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod erasing;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod homes;
#[cfg(test)]
mod key_file;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod salvaging;
#[cfg(test)]
mod sealing;
#[cfg(test)]
mod spaces;
#[cfg(test)]
mod vouched;
