// A function on Node alone that speaks the Lambda Runtime API (2018-06-01) and answers a constant.
import http from 'node:http';

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const request = http.request(api + path, { method, agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.headers));
    });
    request.on('error', reject);
    request.end(body);
  });
}

for (;;) {
  const headers = await call('GET', 'next');
  await call('POST', `${headers['lambda-runtime-aws-request-id']}/response`, '"hello"');
}
