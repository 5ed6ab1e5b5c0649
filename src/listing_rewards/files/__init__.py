"""Files in and out: what people write is read or refused; answers and forms are written."""
