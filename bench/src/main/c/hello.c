// The floor of a cold start: a function that speaks the Lambda Runtime API (2018-06-01) over one plain socket and
// answers a constant. No library but libc; answers of the API carry a Content-Length, as AWS's do.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BUFFER = 1 << 20 };
static char buffer[BUFFER + 1];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int dial(const char *api) {
  char host[64];
  int port = 0;
  if (!api || sscanf(api, "%63[^:]:%d", host, &port) != 2) {
    fprintf(stderr, "AWS_LAMBDA_RUNTIME_API must be ADDRESS:PORT\n");
    exit(1);
  }
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  if (inet_pton(AF_INET, host, &to.sin_addr) != 1) fail("AWS_LAMBDA_RUNTIME_API");
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (s < 0 || connect(s, (struct sockaddr *)&to, sizeof to) < 0) fail("connect");
  int on = 1;
  setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return s;
}

static void send_all(int s, const char *text, size_t n) {
  while (n > 0) {
    ssize_t sent = write(s, text, n);
    if (sent <= 0) fail("write");
    text += sent;
    n -= sent;
  }
}

static const char *header(const char *name) {
  size_t n = strlen(name);
  for (const char *line = strstr(buffer, "\r\n"); line; line = strstr(line + 2, "\r\n"))
    if (strncasecmp(line + 2, name, n) == 0 && line[2 + n] == ':') return line + 3 + n + strspn(line + 3 + n, " ");
  return NULL;
}

// Reads one answer whole; its head stays in the buffer.
static void receive(int s) {
  size_t have = 0;
  char *end = NULL;
  while (!(end = strstr(buffer, "\r\n\r\n")) || have == 0) {
    ssize_t got = read(s, buffer + have, BUFFER - have);
    if (got <= 0) fail("read");
    have += got;
    buffer[have] = 0;
  }
  end[2] = 0;
  const char *length = header("Content-Length");
  size_t whole = (end + 4 - buffer) + (length ? strtoul(length, NULL, 10) : 0);
  if (whole > BUFFER) fail("an answer above 1 MB");
  while (have < whole) {
    ssize_t got = read(s, buffer + have, whole - have);
    if (got <= 0) fail("read");
    have += got;
  }
}

int main(void) {
  static const char answer[] = "\"hello\"";
  const char *api = getenv("AWS_LAMBDA_RUNTIME_API");
  char request[512];
  int s = dial(api);
  for (;;) {
    int n = snprintf(request, sizeof request, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", api);
    send_all(s, request, n);
    buffer[0] = 0;
    receive(s);
    const char *id = header("Lambda-Runtime-Aws-Request-Id");
    if (!id) fail("no request id");
    n = snprintf(request, sizeof request,
                 "POST /2018-06-01/runtime/invocation/%.*s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s",
                 (int)strcspn(id, "\r"), id, api, sizeof answer - 1, answer);
    send_all(s, request, n);
    buffer[0] = 0;
    receive(s);
  }
}
