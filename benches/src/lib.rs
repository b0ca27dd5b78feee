//! The measured workloads of Wijkweb.
