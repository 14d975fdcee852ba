"""The protocol, where an answer is owed also to what cannot be understood or comes too early."""

from typing import Any

from lsprotocol.types import EXIT, INITIALIZE, ErrorCodes, ResponseError
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCMessage

EARLY = "Please send initialize first."


class Protocol(LanguageServerProtocol):
    """As in pygls, which leaves those requests without an answer, so that an editor waits for it."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as an object. Raises `JsonRpcException` for one whose parameters are of no use."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: RPCMessage) -> None:
        """Do what a message says, if it is its time."""
        if self._workspace is not None or getattr(message, "method", "") in (INITIALIZE, EXIT):
            super().handle_message(message)
        elif (number := getattr(message, "id", None)) is not None:
            self._send_response(number, error=ResponseError(code=ErrorCodes.ServerNotInitialized, message=EARLY))
