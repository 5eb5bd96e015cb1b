// A peer for the bench: a broadcast server as anybody would write it with the package ws. Rooms by path; what one says goes
// to all at once, taps once a second. usage: node broadcast.mjs PORT FOLDER-WITH-node_modules
import { createRequire } from 'node:module';

const [port, folder] = process.argv.slice(2);
const { WebSocketServer, WebSocket } = createRequire(`${folder}/`)('ws');
const rooms = new Map();

function room(path) {
  if (!rooms.has(path)) rooms.set(path, { sockets: new Set(), taps: 0, total: 0 });
  return rooms.get(path);
}

function broadcast(sockets, text) {
  const frame = Buffer.from(text);
  for (const socket of sockets) {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame, { binary: false });
  }
}

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(port), perMessageDeflate: false });
server.on('connection', (socket, request) => {
  const here = room(request.url);
  here.sockets.add(socket);
  socket.on('close', () => here.sockets.delete(socket));
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const text = data.toString();
    const message = JSON.parse(text);
    if (message.kind === 'taps') here.taps += message.count;
    else broadcast(here.sockets, text);
  });
});

setInterval(() => {
  for (const here of rooms.values()) {
    if (here.taps === 0) continue;
    here.total += here.taps;
    const likes = { kind: 'likes', at: new Date().toISOString(), count: here.taps, total: here.total };
    here.taps = 0;
    broadcast(here.sockets, JSON.stringify(likes));
  }
}, 1000);

process.on('SIGTERM', () => process.exit(0));
