//! The lines that wait to be written: only the thread that writes waits for a reader who does not read.

use std::{
    collections::VecDeque,
    io::Write,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// The most lines that wait: a busy second, and a few MiB.
const MOST: usize = 10_000;

#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
    lost: AtomicU64,
}

#[derive(Default)]
struct Waiting {
    lines: VecDeque<Vec<u8>>,
    /// Whether a line has been taken and not been written yet.
    is_writing: bool,
}

impl Queue {
    pub(super) const fn new() -> Queue {
        Queue {
            waiting: Mutex::new(Waiting {
                lines: VecDeque::new(),
                is_writing: false,
            }),
            changed: Condvar::new(),
            lost: AtomicU64::new(0),
        }
    }

    /// Adds a line, or counts it as lost if there is no room.
    pub(super) fn add(&self, line: &[u8]) {
        let mut waiting = self.waiting();
        if waiting.lines.len() < MOST {
            waiting.lines.push_back(line.to_owned());
            self.changed.notify_all();
        } else {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(super) fn lost(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }

    /// Writes the lines as they come, for good.
    pub(super) fn write_to(&self, mut out: impl Write) {
        loop {
            let line = self.next();
            if out.write_all(&line).is_err() {
                self.lost.fetch_add(1, Ordering::Relaxed);
            }
            self.waiting().is_writing = false;
            self.changed.notify_all();
        }
    }

    /// Whether every line is written, at once or within this time.
    pub(super) fn is_empty_within(&self, time: Duration) -> bool {
        let (waiting, _) = self
            .changed
            .wait_timeout_while(self.waiting(), time, |waiting| !waiting.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        waiting.is_empty()
    }

    fn next(&self) -> Vec<u8> {
        let mut waiting = self.waiting();
        loop {
            if let Some(line) = waiting.lines.pop_front() {
                waiting.is_writing = true;
                return line;
            }
            waiting = self
                .changed
                .wait(waiting)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn is_empty(&self) -> bool {
        self.lines.is_empty() && !self.is_writing
    }
}

#[cfg(test)]
mod tests {
    use std::{io::Read as _, thread};

    use super::*;

    fn written_to(out: impl Write + Send + 'static) -> &'static Queue {
        let queue: &'static Queue = Box::leak(Box::default());
        thread::spawn(|| queue.write_to(out));
        queue
    }

    #[test]
    fn lines_are_written_in_their_order() {
        let (mut reader, writer) = std::io::pipe().unwrap();
        let queue = written_to(writer);
        for line in ["one\n", "two\n", "three\n"] {
            queue.add(line.as_bytes());
        }
        let mut read = [0; 14];
        reader.read_exact(&mut read).unwrap();
        assert_eq!(&read, b"one\ntwo\nthree\n");
        assert!(queue.is_empty_within(Duration::MAX));
        assert_eq!(queue.lost(), 0);
    }

    #[test]
    fn nobody_waits_for_a_reader_that_does_not_read() {
        let (reader, writer) = std::io::pipe().unwrap();
        let queue = written_to(writer);
        // More than the pipe and the queue take together.
        let line = [b'x'; 1024];
        for _ in 0..2 * MOST {
            queue.add(&line);
        }
        assert!(queue.lost() > 0);
        assert!(!queue.is_empty_within(Duration::ZERO));
        drop(reader);
    }

    #[test]
    fn lines_without_a_reader_are_lost() {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let queue = written_to(writer);
        queue.add(b"one\n");
        assert!(queue.is_empty_within(Duration::MAX));
        assert_eq!(queue.lost(), 1);
    }
}
