//! Connections: taken, with or without TLS, limited in number and patience, and finished before the relay stops.

use std::{future::Future, io, pin::pin, sync::Arc, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{sleep, timeout},
};

use super::router;
use crate::{
    limit::{CONNECTIONS_MAX, REQUEST_SECONDS_MAX},
    relay::Relay,
    tls::Tls,
};

/// How long accepting is left alone after the system had no room for one more connection.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// Answers until `stop` is there, then finishes what it has begun and closes the store.
///
/// # Errors
///
/// Of the writer's thread.
pub async fn serve(
    relay: Arc<Relay>,
    listener: TcpListener,
    tls: Option<Tls>,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let (router, room) = (router(Arc::clone(&relay)), Arc::new(Semaphore::new(CONNECTIONS_MAX)));
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            accepted = accept(&listener, &room) => match accepted {
                Ok((stream, place)) => {
                    let answering = answer(stream, tls.clone(), router.clone(), graceful.watcher(), relay.settings.patience);
                    tokio::spawn(async move {
                        answering.await;
                        drop(place);
                    });
                }
                Err(_) => sleep(AGAIN_AFTER).await,
            },
            () = &mut stop => break,
        }
    }
    drop(listener);
    relay.stop();
    // A request has an end; who reads an answer slowly need not.
    let _ = timeout(Duration::from_secs(REQUEST_SECONDS_MAX), graceful.shutdown()).await;
    tokio::task::spawn_blocking(move || relay.close()).await.map_err(io::Error::other)
}

/// The next connection, once there is room for it.
async fn accept(listener: &TcpListener, room: &Arc<Semaphore>) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let place = Arc::clone(room).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    stream.set_nodelay(true)?;
    Ok((stream, place))
}

async fn answer(stream: TcpStream, tls: Option<Tls>, router: Router, watcher: Watcher, patience: Duration) {
    let Some(tls) = tls else { return speak(stream, router, watcher, patience).await };
    if let Ok(Ok(stream)) = timeout(patience, tls.accept(stream)).await {
        speak(stream, router, watcher, patience).await;
    }
}

/// HTTP on a connection, as long as the next request begins soon enough.
async fn speak(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    router: Router,
    watcher: Watcher,
    patience: Duration,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // However it ends, whoever spoke has got their answers or asks again.
    let _ = watcher.watch(connection).await;
}
