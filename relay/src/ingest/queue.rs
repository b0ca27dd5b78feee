//! Where requests wait for the writer. It is woken once, when as many are there as it waits for, and not by each of them.

use std::{
    collections::VecDeque,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::{Fault, Job};
use crate::limit::{COMMIT_BYTES_MAX, COMMIT_ITEMS_MAX, QUEUE_MAX};

/// The requests that wait.
#[derive(Default)]
pub(super) struct Waiting {
    line: Mutex<Line>,
    /// As many are there as the writer waits for, or nobody comes any more.
    enough: Condvar,
}

#[derive(Default)]
struct Line {
    jobs: VecDeque<Job>,
    /// How many have to be there for the writer to be woken; none while it is at work, and looks by itself when it is done.
    wanted: Option<usize>,
    /// Nobody may come any more.
    is_closed: bool,
}

impl Waiting {
    /// Puts a request at the end of the line.
    ///
    /// # Errors
    ///
    /// [`Fault::Stopping`], [`Fault::Busy`].
    pub(super) fn put(&self, job: Job) -> Result<(), Fault> {
        let mut line = self.line();
        if line.is_closed {
            return Err(Fault::Stopping);
        }
        if line.jobs.len() >= QUEUE_MAX {
            return Err(Fault::Busy);
        }
        line.jobs.push_back(job);
        let count = line.jobs.len();
        let is_enough = line.wanted.take_if(|wanted| count >= *wanted).is_some();
        drop(line);
        if is_enough {
            self.enough.notify_one();
        }
        Ok(())
    }

    /// How many wait now.
    pub(super) fn count(&self) -> usize {
        self.line().jobs.len()
    }

    /// Takes what goes into one commit: waits up to `moment` until so many are there, and if nobody is then, until somebody comes.
    /// Nothing if nobody came for as long as `idle`; None if nobody will.
    pub(super) fn take(&self, wanted: usize, moment: Duration, idle: Duration) -> Option<Vec<Job>> {
        // More than may wait never come.
        let mut line = self.until(self.line(), wanted.min(QUEUE_MAX), moment);
        if line.jobs.is_empty() {
            line = self.until(line, 1, idle);
        }
        let (mut jobs, mut items, mut bytes) = (Vec::new(), 0_usize, 0_usize);
        while items < COMMIT_ITEMS_MAX && bytes < COMMIT_BYTES_MAX {
            let Some(job) = line.jobs.pop_front() else { break };
            let (more, longer) = job.asked.size();
            items = items.saturating_add(more);
            bytes = bytes.saturating_add(longer);
            jobs.push(job);
        }
        (!line.is_closed || !jobs.is_empty()).then_some(jobs)
    }

    /// Waits until so many are there, nobody may come any more, or the time is over.
    fn until<'a>(&self, mut line: MutexGuard<'a, Line>, wanted: usize, time: Duration) -> MutexGuard<'a, Line> {
        let until = Instant::now() + time;
        while line.jobs.len() < wanted && !line.is_closed {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            line.wanted = Some(wanted);
            line = self.enough.wait_timeout(line, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        line.wanted = None;
        line
    }

    /// Nobody may come any more; who waits still has their turn.
    pub(super) fn close(&self) {
        self.line().is_closed = true;
        self.enough.notify_one();
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The writer's end of the line: however it goes, nobody waits for it in vain.
pub(super) struct Taker<'a>(pub(super) &'a Waiting);

impl Drop for Taker<'_> {
    fn drop(&mut self) {
        self.0.close();
        self.0.line().jobs.clear();
    }
}

#[cfg(test)]
mod tests {
    use protocol::id::{BoxHash, SpaceId};
    use tokio::sync::oneshot;

    use super::*;
    use crate::ingest::{Asked, Done, Work};

    const LONG: Duration = Duration::from_secs(60);

    type Answer = oneshot::Receiver<Result<Done, Fault>>;

    fn put(waiting: &Waiting, work: Work) -> Result<Answer, Fault> {
        let (answer, answered) = oneshot::channel();
        waiting.put(Job { asked: Asked::InSpace(SpaceId([1; 32]), None, work), answer }).map(|()| answered)
    }

    fn small(number: u8) -> Work {
        Work::DropBox(BoxHash([number; 32]))
    }

    fn numbers(jobs: &[Job]) -> Vec<u8> {
        let number = |job: &Job| match &job.asked {
            Asked::InSpace(_, _, Work::DropBox(hash)) => hash.0[0],
            _ => 0,
        };
        jobs.iter().map(number).collect()
    }

    #[test]
    fn everybody_who_waits_goes_with_the_next_commit_in_the_order_in_which_they_came() {
        let waiting = Waiting::default();
        for number in [3, 1, 2] {
            put(&waiting, small(number)).expect("there is room");
        }
        let taken = waiting.take(2, LONG, LONG).expect("it is open");
        assert_eq!(numbers(&taken), [3, 1, 2], "one more than was waited for");
        let taken = waiting.take(2, Duration::ZERO, Duration::ZERO).expect("it is open");
        assert!(taken.is_empty(), "nobody came since");
    }

    #[test]
    fn who_waits_for_several_is_woken_by_the_last_of_them() {
        let waiting = Waiting::default();
        std::thread::scope(|threads| {
            let taken = threads.spawn(|| waiting.take(3, LONG, LONG));
            for number in 1..=3 {
                put(&waiting, small(number)).expect("there is room");
            }
            let taken = taken.join().expect("no panic").expect("it is open");
            assert_eq!(numbers(&taken), [1, 2, 3], "all at once, long before the time was over");
        });
    }

    #[test]
    fn what_is_too_large_for_one_commit_leaves_the_rest_to_the_next() {
        let waiting = Waiting::default();
        put(&waiting, Work::Membership(vec![0; COMMIT_BYTES_MAX])).expect("there is room");
        put(&waiting, small(1)).expect("there is room");
        assert_eq!(waiting.take(1, LONG, LONG).map(|jobs| jobs.len()), Some(1), "the large one alone");
        assert_eq!(waiting.count(), 1, "the other one waits");
        assert_eq!(waiting.take(1, LONG, LONG).map(|jobs| numbers(&jobs)), Some(vec![1]), "and has its turn");
    }

    #[test]
    fn who_finds_the_line_full_is_sent_away() {
        let waiting = Waiting::default();
        let answers: Vec<_> = (0..QUEUE_MAX).map(|_| put(&waiting, small(1)).expect("there is room")).collect();
        assert_eq!(put(&waiting, small(2)).err(), Some(Fault::Busy), "one more than may wait");
        assert_eq!(
            waiting.take(QUEUE_MAX + 1, LONG, LONG).map(|jobs| jobs.len()),
            Some(answers.len()),
            "the others are served"
        );
        assert!(put(&waiting, small(2)).is_ok(), "there is room again");
    }

    #[test]
    fn who_waits_when_it_closes_has_their_turn_and_nobody_comes_after_them() {
        let waiting = Waiting::default();
        put(&waiting, small(1)).expect("there is room");
        waiting.close();
        assert_eq!(put(&waiting, small(2)).err(), Some(Fault::Stopping), "it is closed");
        assert_eq!(waiting.take(9, LONG, LONG).map(|jobs| numbers(&jobs)), Some(vec![1]), "who was there before");
        assert!(waiting.take(9, LONG, LONG).is_none(), "then it is over");
    }

    #[test]
    fn nobody_waits_for_a_writer_that_is_gone() {
        let waiting = Waiting::default();
        let taker = Taker(&waiting);
        let mut answer = put(&waiting, small(1)).expect("there is room");
        drop(taker);
        assert_eq!(answer.try_recv().err(), Some(oneshot::error::TryRecvError::Closed), "it is told at once");
        assert_eq!(put(&waiting, small(2)).err(), Some(Fault::Stopping), "nor does anybody come to wait");
    }
}
