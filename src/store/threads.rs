//! Shares work on many deals among the computer's processors.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread::{Builder, available_parallelism, scope};

/// Further threads would only wait for memory.
const MOST_THREADS: usize = 4;

/// Hashing fewer bytes than these takes less time than starting a thread.
const WORTH_A_THREAD: usize = 64 * 1024;

/// The results of `work` for each run of `items`, in their order. There is one run for each thread.
pub(super) fn in_runs<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if let [] | [_] = items {
        // The number of processors is read from files: that is not worth it for little work.
        return vec![work(items)];
    }
    let threads = available_parallelism().map_or(1, NonZeroUsize::get).min(MOST_THREADS);
    let length = items.len().div_ceil(threads).max(1);
    let mut runs = items.chunks(length);
    let first = runs.next().unwrap_or_default();
    scope(|scope| {
        let others: Vec<_> = runs
            .map(|run| {
                let work = &work;
                // Where no thread can be started, the work is done here.
                Builder::new().spawn_scoped(scope, move || work(run)).map_err(|_refused| run)
            })
            .collect();
        let mut results = vec![work(first)];
        for other in others {
            results.push(match other {
                Ok(thread) => thread.join().unwrap_or_else(|panicked| resume_unwind(panicked)),
                Err(run) => work(run),
            });
        }
        results
    })
}

/// Both results for a text of this many bytes; of a large one, the second is computed at the same time on a thread of
/// its own.
pub(super) fn both<A, B: Send>(
    bytes: usize,
    here: impl FnOnce() -> A,
    there: impl Fn() -> B + Sync,
) -> (A, B) {
    if bytes < WORTH_A_THREAD {
        return (here(), there());
    }
    scope(|scope| match Builder::new().spawn_scoped(scope, &there) {
        Ok(thread) => {
            let here = here();
            (here, thread.join().unwrap_or_else(|panicked| resume_unwind(panicked)))
        }
        Err(_refused) => (here(), there()),
    })
}
