package dev.fulgurite.detections.ranges;

/// A range of addresses and the name it stands under.
///
/// @param tag such as `WindowsVirtualDesktop.WestEurope`
/// @param prefix as written, such as `20.51.0.0/21`
/// @param bits how many first bits its addresses share: the more, the smaller the range
public record AddressRange(String tag, String prefix, int bits) {}
