import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const { scheduleCheckPendingRequests } = RequestQueue.prototype;

/**
 * kafkajs looks after waiting requests by a timer, which it sets again whenever it ran, also when none wait: each connection that ever
 * answered spins every millisecond. Whoever queues a request sets the timer by itself, so there is nothing to look after before.
 */
export function guardIdleConnections(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) scheduleCheckPendingRequests.call(this);
  };
}
