"""What engines share whose numbers and yes and no are expressions: truths and ranges as pairs."""
