/// Makes of what an encoder sends what a show is: it begins with a key frame at zero, its time is the house's time, and
/// neither its picture nor its sound ever ends before the show does.
///
/// An encoder's clock may drift, jump, begin again or stand still; its sound may come late, change, or stay away; its
/// picture may stop. Behind this package there is nothing of that left: timestamps of both tracks follow the wall
/// clock, what is missing is filled with silence and with the last whole picture, and whoever comes back goes on
/// from where it is, picture and sound together. So one anchor tells the time of the whole stream to every player.
///
/// Must not import `rtmp`, `origin`, `transcode`, `channel`.
package dev.vitrine.live.conform;
