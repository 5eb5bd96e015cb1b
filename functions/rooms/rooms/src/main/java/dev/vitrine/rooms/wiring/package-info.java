/// Which adapter stands behind each port, chosen by configuration. The only place that names an adapter.
package dev.vitrine.rooms.wiring;
