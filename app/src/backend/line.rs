//! The one line in which changes wait for their turn, so that they reach the disk in the order in which they were made.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::Future,
};

use futures::channel::oneshot;
use leptos::task::spawn_local;

use super::Soon;

thread_local! {
    static WAITING: RefCell<VecDeque<Soon<()>>> = const { RefCell::new(VecDeque::new()) };
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Puts work at the end of the line.
pub fn join(work: impl Future<Output = ()> + 'static) {
    if stand(Box::pin(work)) {
        spawn_local(serve());
    }
}

/// Waits until everything that stands in the line now is done.
pub async fn done() {
    if !AT_WORK.get() {
        return;
    }
    let (tell, told) = oneshot::channel();
    join(async move {
        // Nobody may be waiting any more: their screen is gone.
        let _ = tell.send(());
    });
    let _ = told.await;
}

/// Adds work; `true` when somebody must start to serve.
fn stand(work: Soon<()>) -> bool {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(work));
    !AT_WORK.replace(true)
}

async fn serve() {
    while let Some(work) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        work.await;
    }
    AT_WORK.set(false);
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use futures::executor::block_on;

    use super::*;

    #[test]
    fn work_is_done_in_the_order_in_which_it_came_also_when_it_joins_later() {
        let done = Rc::new(RefCell::new(Vec::new()));
        let note = |n: u8| {
            let done = Rc::clone(&done);
            Box::pin(async move { done.borrow_mut().push(n) })
        };
        let third = note(3);
        assert!(stand(note(1)), "the first to come starts the serving");
        assert!(
            !stand(Box::pin(async move { assert!(!stand(third), "the line is being served") })),
            "one server is enough"
        );
        assert!(!stand(note(2)), "one server is enough");
        block_on(serve());
        assert_eq!(*done.borrow(), [1, 2, 3], "first come, first served");
        assert!(stand(note(4)), "an empty line needs a server again");
        block_on(serve());
    }
}
