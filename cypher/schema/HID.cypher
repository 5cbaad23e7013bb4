// title: A suppression hid an alert; it stays when the alert is shown again, to be counted
// kind: investigation
// from: Suppression
// to: Alert
CREATE CONSTRAINT HID_id IF NOT EXISTS
FOR ()-[r:HID]-() REQUIRE r.id IS UNIQUE;
