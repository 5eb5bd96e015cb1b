/// Build steps of the platform. They run inside the Quarkus build of an artefact and are never packaged.
package dev.vitrine.platform.deployment;
